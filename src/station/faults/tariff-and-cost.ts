import { byName } from './fault.ts';

export const TARIFF_FAULTS = byName(
  {
    name: 'running-cost-refused',
    requirement: 'I02.FR.02',
    about: 'Does not support to be told the running cost.',
    killedBy: 'TC_I_01_CS',
    interceptor: {
      reply: ({ action }, reply) =>
        action === 'CostUpdated' ? { error: 'NotSupported', description: 'CostUpdated is not supported' } : reply,
    },
  },
  {
    name: 'cost-ends-sampling',
    requirement: 'I02.FR.04',
    about: 'Sends no more meter values once it has been told a running cost.',
    killedBy: 'TC_I_07_CS',
  },
);
