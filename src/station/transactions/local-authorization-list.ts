import type { IdTokenInfoType, IdTokenType, SendLocalListRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { tokenKey } from './id-token.ts';

/** The list as the CSMS last sent it; version 0 stands for none (D02.FR.02). */
export interface InstalledList {
  version: number;
  entries: Map<string, IdTokenInfoType>;
}

/** The tokens that the CSMS has sent in advance: use cases C13, C14, D01 and D02. */
export class LocalAuthorizationList {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /** Switching it off leaves its content as it is (D01.FR.09). */
  get enabled(): boolean {
    const { variables } = this.#core;
    return !variables.isOff('LocalAuthListCtrlr.Available') && variables.flag('LocalAuthListCtrlr.Enabled');
  }

  /** 0 also while it is disabled (D02.FR.03). */
  get version(): number {
    const { faults } = this.#core;
    if (this.size === 0 && faults.has('empty-local-list-has-no-version')) return 0;
    return this.enabled || faults.has('disabled-local-list-has-version') ? this.#installed.version : 0;
  }

  get size(): number {
    return this.#installed.entries.size;
  }

  get(idToken: IdTokenType): IdTokenInfoType | undefined {
    return this.enabled ? this.#installed.entries.get(tokenKey(idToken)) : undefined;
  }

  /** Whether the time has passed until which an entry counts, for a station that heeds it (C13.FR.05, C14.FR.05). */
  isExpired({ cacheExpiryDateTime }: IdTokenInfoType): boolean {
    const { variables, time } = this.#core;
    const heeds = variables.flag('LocalAuthListCtrlr.SupportsExpiryDateTime') && cacheExpiryDateTime !== undefined;
    return heeds && time.now() > Date.parse(cacheExpiryDateTime);
  }

  /** What the list would hold after an update: all that came (D01.FR.04, D01.FR.15), or the changes (D01.FR.16, D01.FR.17). */
  after({ updateType, localAuthorizationList = [] }: SendLocalListRequest): InstalledList['entries'] {
    const { faults } = this.#core;
    const starts = updateType === 'Full' || faults.has('local-list-replaced-by-difference');
    const entries: InstalledList['entries'] = starts ? new Map() : new Map(this.#installed.entries);
    for (const { idToken, idTokenInfo } of localAuthorizationList) {
      if (idTokenInfo) entries.set(tokenKey(idToken), idTokenInfo);
      else if (!faults.has('local-list-removal-not-made')) entries.delete(tokenKey(idToken));
    }
    return entries;
  }

  /** An update without entries changes the version as well (D01.FR.04, D01.FR.05). */
  update(request: SendLocalListRequest): void {
    const { faults } = this.#core;
    if (faults.has('local-list-differences-ignored') && request.updateType === 'Differential') return;
    if (faults.has('local-list-keeps-old-version') && request.updateType === 'Full') return;
    this.#core.persistent.localAuthorizationList = { version: request.versionNumber, entries: this.after(request) };
  }

  /** It outlasts reboots (D01.FR.10). */
  reboot(): void {
    const { faults, persistent } = this.#core;
    if (faults.has('local-list-lost-at-boot')) persistent.localAuthorizationList = { version: 0, entries: new Map() };
  }

  get #installed(): InstalledList {
    return this.#core.persistent.localAuthorizationList;
  }
}
