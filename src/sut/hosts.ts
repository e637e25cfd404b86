import { knownCases } from '../ocpp/case-catalogue.ts';
import { featuresFor } from '../plan/applicability.ts';
import type { CasePlan } from '../scenario/run-context.ts';
import { embeddedFeatures, traitsFor } from './capabilities.ts';
import type { PkiSource } from './case-base.ts';
import type { SutConfig } from './config.ts';
import { CsmsCase, EmbeddedCsms } from './csms-case.ts';
import type { DisplayConfig } from './display-config.ts';
import { EMBEDDED_EXI } from './exi-config.ts';
import type { MonitoringConfig } from './monitoring-config.ts';
import { PRECONFIGURED } from './simulators.ts';
import { EmbeddedStationCase } from './station-case.ts';

export interface EmbeddedOptions {
  config: SutConfig;
  faults: readonly string[];
  pki: PkiSource;
  signal?: AbortSignal;
}

/** What the station lacks in cases about just that, of which no feature tells. */
const LACKING: Readonly<Record<string, Partial<MonitoringConfig>>> = {
  TC_N_04_CS: { unsupportedCriterion: 'PeriodicMonitoring' },
  TC_N_07_CS: { unsupportedBase: 'FactoryDefault' },
};

const NOT_REPORTED: Readonly<Record<string, Pick<SutConfig, 'unsupportedCriterion'>>> = {
  TC_B_19_CS: { unsupportedCriterion: 'Active' },
};

const NOT_DISPLAYED: Readonly<Record<string, Partial<DisplayConfig>>> = {
  TC_O_17_CS: { unsupportedPriority: 'AlwaysFront' },
  TC_O_18_CS: { unsupportedState: 'Faulted' },
};

/** The built-in station under test: for every case a new one, with the features that the case is about. */
export class EmbeddedStationHost {
  readonly role = 'station';
  readonly #options: EmbeddedOptions;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
  }

  notApplicable(): undefined {
    return undefined;
  }

  environmentFor({ id }: CasePlan): EmbeddedStationCase {
    const known = knownCases().get(id);
    const features = known ? featuresFor(known, embeddedFeatures) : embeddedFeatures;
    const usual = this.#options.config;
    const monitoring = { ...usual.monitoring, preconfigured: PRECONFIGURED, ...LACKING[id] };
    const display = { ...usual.display, unsupportedFormat: 'HTML' as const, ...NOT_DISPLAYED[id] };
    const exi = { ...EMBEDDED_EXI, ...usual.exi };
    const config = { ...usual, ...NOT_REPORTED[id], monitoring, display, exi, fixedCable: features('HFS-2') ?? usual.fixedCable };
    return new EmbeddedStationCase({ ...this.#options, config, traits: traitsFor(features) });
  }

  async close(): Promise<void> {}
}

/** The built-in CSMS under test: for every case a new one. */
export class EmbeddedCsmsHost {
  readonly role = 'csms';
  readonly #options: EmbeddedOptions;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
  }

  notApplicable(): undefined {
    return undefined;
  }

  environmentFor(): CsmsCase {
    const usual = this.#options.config;
    const options = { ...this.#options, config: { ...usual, exi: { ...EMBEDDED_EXI, ...usual.exi } } };
    return new CsmsCase({ ...options, lasting: false, underTest: (crashed) => new EmbeddedCsms(options, crashed) });
  }

  async close(): Promise<void> {}
}
