import type { NetworkConnectionProfileType, SetNetworkProfileRequest } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';

/** The network configuration slots and what may be put into them: use cases A05 and B09. */
export class NetworkProfiles {
  readonly #core: Core;
  /** The profiles and their priority as of the last boot: changes take effect only after a reboot (B09, remark). */
  #active: ReadonlyMap<number, NetworkConnectionProfileType> = new Map();
  #priority: readonly number[] = [];

  constructor(core: Core) {
    this.#core = core;
  }

  get priority(): readonly number[] {
    return this.#priority;
  }

  get(slot: number): NetworkConnectionProfileType | undefined {
    return this.#active.get(slot);
  }

  /** @returns a reason code if the profile cannot be set, undefined if it can */
  objection({ configurationSlot, connectionData }: SetNetworkProfileRequest): string | undefined {
    const { config, faults } = this.#core;
    const { ocppTransport, ocppCsmsUrl, messageTimeout, securityProfile } = connectionData;
    if (!config.slots.includes(configurationSlot) && !faults.has('network-profile-bad-slot-accepted')) return 'InvalidValue';
    if (ocppTransport !== 'JSON') return 'UnsupportedParam';
    if (![1, 2, 3].includes(securityProfile) || messageTimeout <= 0) return 'InvalidValue';
    if (!isEndpoint(ocppCsmsUrl, securityProfile)) return 'InvalidURL';
    return this.#mayLowerTo(securityProfile) ? undefined : 'NoSecurityDowngrade';
  }

  store({ configurationSlot, connectionData }: SetNetworkProfileRequest): void {
    this.#core.persistent.networkProfiles.set(configurationSlot, connectionData);
  }

  /** @returns a reason code if the slots cannot be connected with in this order (B10.FR.02, A05.FR.02 to A05.FR.10) */
  objectionToPriority(slots: readonly number[]): string | undefined {
    const profiles = slots.map((slot) => this.#core.persistent.networkProfiles.get(slot)?.securityProfile);
    if (profiles.length === 0) return 'InvalidValue';
    for (const profile of profiles) {
      if (profile === undefined) return 'InvalidValue';
      if (!this.#mayLowerTo(profile)) return 'NoSecurityDowngrade';
      if (profile > this.#core.persistent.securityProfile && !this.#isEquippedFor(profile)) return 'InvalidCertificate';
    }
    return undefined;
  }

  /** Takes up what has been set since the last boot. */
  reboot(): void {
    this.#active = new Map(this.#core.persistent.networkProfiles);
    this.#readPriority();
  }

  /** A connection with a profile has been made. A higher security profile is there to stay (A05.FR.06). */
  connected(slot: number): void {
    const { persistent, variables } = this.#core;
    const securityProfile = this.#active.get(slot)?.securityProfile;
    persistent.lastGoodSlot = slot;
    if (securityProfile === undefined || securityProfile === persistent.securityProfile) return;
    const raised = securityProfile > persistent.securityProfile;
    persistent.securityProfile = securityProfile;
    if (!raised || this.#core.faults.has('lower-security-profiles-kept')) return;
    for (const [other, profile] of persistent.networkProfiles) {
      if (profile.securityProfile < securityProfile) persistent.networkProfiles.delete(other);
    }
    const kept = variables.members(PRIORITY).filter((member) => persistent.networkProfiles.has(Number(member)));
    variables.set(PRIORITY, kept.join(','));
    this.reboot();
  }

  #readPriority(): void {
    this.#priority = this.#core.variables.members(PRIORITY).map(Number);
  }

  #mayLowerTo(securityProfile: number): boolean {
    const { persistent, variables, faults } = this.#core;
    if (securityProfile >= persistent.securityProfile || faults.has('security-downgrade-accepted')) return true;
    return securityProfile === 2 && variables.flag('SecurityCtrlr.AllowSecurityProfileDowngrade');
  }

  #isEquippedFor(securityProfile: number): boolean {
    const { certificates, faults } = this.#core;
    const knowsCsms = certificates.hasCsmsRoot || faults.has('upgrade-without-root-accepted');
    return knowsCsms && (securityProfile < 3 || certificates.hasClientCertificate || faults.has('upgrade-without-certificate-accepted'));
  }
}

export const PRIORITY = 'OCPPCommCtrlr.NetworkConfigurationPriority';

/** Security profile 1 has no TLS, the others do. */
function isEndpoint(url: string, securityProfile: number): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return hostname !== '' && protocol === (securityProfile === 1 ? 'ws:' : 'wss:');
}
