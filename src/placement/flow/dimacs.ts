/**
 * Reads the DIMACS minimum-cost-flow format (First DIMACS Implementation Challenge, 1990–91: "The
 * problem format"): comment lines `c`, one line `p min NODES ARCS`, node lines `n ID SUPPLY` in any
 * order, arc lines `a FROM TO LOWER CAPACITY COST`; nodes count from 1. A capacity of `inf`,
 * or a negative one below the lower bound, means no limit, as in Goldberg's CS2 and in LEMON.
 */
import { BadInput } from '../../shared/errors.js';
import { type FlowNetwork, NetworkBuilder } from './network.js';

/** Most nodes or arcs that an Int32 column can number. */
const MOST = 2 ** 31 - 2;

/** A network with one level of costs. */
export interface DimacsProblem {
  readonly network: FlowNetwork;
  readonly costs: Float64Array;
}

function badLine(line: number, problem: string): BadInput {
  return new BadInput('flow.dimacs-malformed', `Tệp DIMACS, dòng ${line}: ${problem}`, { line });
}

/** Reads fields of one line; every fault names the line. */
class Line {
  constructor(
    readonly number: number,
    private readonly fields: readonly string[],
  ) {}

  expectFields(count: number, form: string): void {
    if (this.fields.length === count) return;
    throw badLine(
      this.number,
      `cần đúng dạng “${form}”, nhưng đọc được “${this.fields.join(' ')}”.`,
    );
  }

  integer(at: number, name: string): number {
    const text = this.fields[at]!;
    if (!/^[+-]?\d+$/.test(text))
      throw badLine(this.number, `${name} “${text}” không phải số nguyên.`);
    const value = Number(text);
    if (Number.isSafeInteger(value)) return value;
    throw badLine(this.number, `${name} “${text}” vượt quá 2^53, không tính chính xác được.`);
  }

  count(at: number, name: string): number {
    const value = this.integer(at, name);
    if (value < 0 || value > MOST)
      throw badLine(this.number, `${name} ${value} nằm ngoài 0 … ${MOST}.`);
    return value;
  }

  node(at: number, nodes: number): number {
    const value = this.integer(at, 'số nút');
    if (value >= 1 && value <= nodes) return value - 1;
    throw badLine(this.number, `nút ${value} không có; tệp khai báo các nút 1 … ${nodes}.`);
  }

  /** `lower` tells a negative limit on a negative flow from the mark of no limit. */
  capacity(at: number, lower: number): number {
    if (/^\+?inf(inity)?$/i.test(this.fields[at]!)) return Infinity;
    const value = this.integer(at, 'khả năng thông qua');
    return value < 0 && value < lower ? Infinity : value;
  }

  refuse(problem: string): never {
    throw badLine(this.number, problem);
  }
}

interface Declared {
  readonly nodes: number;
  readonly arcs: number;
}

/** What has been read so far. */
class Reader {
  private declared: Declared | null = null;
  private supplies = new Map<number, number>();
  private readonly builder = new NetworkBuilder();
  private readonly costs: number[] = [];

  read(line: Line, kind: string): void {
    if (kind === 'p') this.problem(line);
    else if (kind === 'n') this.node(line);
    else if (kind === 'a') this.arc(line);
    else line.refuse(`không hiểu dòng bắt đầu bằng “${kind}”; cần c, p, n hoặc a.`);
  }

  private problem(line: Line): void {
    if (this.declared) line.refuse('dòng “p” thứ hai; mỗi tệp chỉ có một bài toán.');
    line.expectFields(4, 'p min SỐ_NÚT SỐ_CUNG');
    this.declared = { nodes: line.count(2, 'số nút'), arcs: line.count(3, 'số cung') };
  }

  private node(line: Line): void {
    const { nodes } = this.declaration(line);
    line.expectFields(3, 'n NÚT NGUỒN');
    const node = line.node(1, nodes);
    if (this.supplies.has(node)) line.refuse(`nút ${node + 1} đã có nguồn ở một dòng trước.`);
    this.supplies.set(node, line.integer(2, 'nguồn'));
  }

  private arc(line: Line): void {
    const { nodes, arcs } = this.declaration(line);
    line.expectFields(6, 'a TỪ ĐẾN DƯỚI TRÊN CHI_PHÍ');
    if (this.costs.length === arcs) line.refuse(`nhiều cung hơn ${arcs} cung đã khai báo.`);
    const [from, to] = [line.node(1, nodes), line.node(2, nodes)];
    const lower = line.integer(3, 'cận dưới');
    this.builder.addArc(from, to, line.capacity(4, lower), lower);
    this.costs.push(line.integer(5, 'chi phí'));
  }

  private declaration(line: Line): Declared {
    return this.declared ?? line.refuse('dòng “p min” phải đứng trước.');
  }

  finish(lastLine: number): DimacsProblem {
    if (!this.declared) throw badLine(lastLine, 'thiếu dòng “p min SỐ_NÚT SỐ_CUNG”.');
    const { nodes, arcs } = this.declared;
    if (this.costs.length < arcs) {
      throw badLine(lastLine, `tệp hết sau ${this.costs.length} cung, đã khai báo ${arcs}.`);
    }
    for (let node = 0; node < nodes; node++) this.builder.addNode(this.supplies.get(node) ?? 0);
    return { network: this.builder.build(), costs: Float64Array.from(this.costs) };
  }
}

/**
 * @param text a whole file; lines end in LF or CRLF.
 * @throws BadInput 'flow.dimacs-malformed' naming the first line that is wrong.
 */
export function parseDimacs(text: string): DimacsProblem {
  const lines = text.split(/\r\n|\n|\r/);
  const reader = new Reader();
  lines.forEach((content, index) => {
    const fields = content.trim().split(/\s+/);
    const kind = fields[0]!;
    if (kind === '' || kind.startsWith('c')) return;
    const line = new Line(index + 1, fields);
    if (kind === 'p' && fields[1] !== 'min') line.refuse('chỉ giải bài toán “p min”.');
    reader.read(line, kind);
  });
  return reader.finish(lines.length);
}
