/** The environment as a program gets it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that is being read; what is wrong with it is told together with everything else that is wrong. */
export class Reading {
  readonly faults: string[] = [];

  constructor(private readonly env: Environment) {}

  /** An empty variable is an absent one. */
  text(name: string): string | null {
    return this.env[name]?.trim() || null;
  }

  fault(message: string): null {
    this.faults.push(message);
    return null;
  }

  switch(name: string, otherwise: boolean): boolean {
    const text = this.text(name);
    if (text === null) return otherwise;
    if (/^(1|true|yes)$/i.test(text)) return true;
    if (/^(0|false|no)$/i.test(text)) return false;
    this.fault(`${name} đang là "${text}": chỉ nhận 1 hoặc 0.`);
    return otherwise;
  }

  whole(
    name: string,
    {
      otherwise,
      least,
      most,
    }: { readonly otherwise: number; readonly least: number; readonly most: number },
  ): number {
    const text = this.text(name);
    if (text === null) return otherwise;
    const value = Number(text);
    if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
    this.fault(`${name} đang là "${text}": cần số nguyên từ ${least} đến ${most}.`);
    return otherwise;
  }

  postgresUrl(name: string): string | null {
    const text = this.text(name);
    if (text === null) return null;
    if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
    // The value may hold a password: it is not repeated.
    return this.fault(
      `${name} không phải địa chỉ PostgreSQL; cần dạng postgresql://tên:mật-khẩu@máy:5432/cơ-sở-dữ-liệu.`,
    );
  }
}
