import { Injectable } from '@nestjs/common';
import { type Actor, operatorOf, type Role } from '../shared/actor.js';

export interface InstallationOptions {
  readonly provinceCode: string;
  /** The people are invented: demo accounts may exist, and every page and workbook says so. */
  readonly demo: boolean;
  /** Others than this machine can reach it: nothing of the demo is told then. */
  readonly production?: boolean;
  /** The operator let officers and administrators do without a second factor, although others can reach it. */
  readonly secondFactorOptional?: boolean;
  /** Words of the button of the province's own sign-in; null = there is none. */
  readonly oidcLabel?: string | null;
}

/** Who sees or decides about everybody: others can reach the program, so a password alone is not enough. ASVS 5.0, 6.3.3. */
const ALWAYS_IN_PRODUCTION: readonly Role[] = ['officer', 'administrator'];

/** The one province that this program serves, and how. */
@Injectable()
export class Installation {
  readonly provinceCode: string;
  readonly demo: boolean;
  readonly showsDemoAccounts: boolean;
  /** Roles that must have a second factor, whatever the administrator chose. */
  readonly alwaysSecondFactor: readonly Role[];
  readonly oidcLabel: string | null;

  constructor({
    provinceCode,
    demo,
    production = false,
    secondFactorOptional = false,
    oidcLabel = null,
  }: InstallationOptions) {
    this.provinceCode = provinceCode;
    this.demo = demo;
    this.showsDemoAccounts = demo && !production;
    this.alwaysSecondFactor = production && !secondFactorOptional ? ALWAYS_IN_PRODUCTION : [];
    this.oidcLabel = oidcLabel;
  }

  /** The program itself and whoever sits at its terminal: for starts, commands and scheduled work, never for a request. */
  operator(id = 'program'): Actor {
    return operatorOf(this.provinceCode, id);
  }

  /** The door: knows accounts and sessions, and nobody's data. */
  gate(from: string): Actor {
    const name = 'Cửa đăng nhập';
    return { id: 'gate', name, provinceCode: this.provinceCode, role: 'gate', session: null, from };
  }
}
