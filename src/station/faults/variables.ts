import type { GetVariableResultType, SetVariableResultType } from '../../ocpp/generated/messages.ts';
import { answering, byName, eachOf, without } from './fault.ts';

type Result = Omit<GetVariableResultType, 'attributeStatus'> & Pick<SetVariableResultType | GetVariableResultType, 'attributeStatus'>;
const GET = 'getVariableResult';
const SET = 'setVariableResult';

/** Accepts what GetVariables and SetVariables refuse with a status, or only where they give a certain reason. */
const accepting = (status: Result['attributeStatus'], because: (reasonCode: string | undefined) => boolean = () => true) =>
  answering(['GetVariables', 'SetVariables'], (payload) => {
    const list = GET in payload ? GET : SET;
    const accepted = { attributeStatus: 'Accepted', ...(list === GET ? { attributeValue: '0' } : {}) } as const;
    return eachOf<Result>(list, (result) => {
      const refused = result.attributeStatus === status && because(result.attributeStatusInfo?.reasonCode);
      return refused ? { ...without(result, 'attributeStatusInfo'), ...accepted } : result;
    })(payload);
  });

export const VARIABLE_FAULTS = byName(
  {
    name: 'get-variables-drops-result',
    requirement: 'B06.FR.01',
    about: 'Leaves out the last result where several variables are asked for.',
    killedBy: 'variables-count',
    interceptor: answering(['GetVariables'], (payload) => {
      const results = payload[GET] as Result[];
      return { [GET]: results.length > 1 ? results.slice(0, -1) : results };
    }),
  },
  {
    name: 'attribute-type-omitted',
    requirement: 'B06.FR.11',
    about: 'Does not say which attribute a result is about.',
    killedBy: 'variables-attribute-type',
    interceptor: answering(['GetVariables', 'SetVariables'], (payload) => {
      const [list = GET] = Object.keys(payload);
      return eachOf<Result>(list, (result) => without(result, 'attributeType'))(payload);
    }),
  },
  {
    name: 'unknown-component-accepted',
    requirement: 'B06.FR.06',
    about: 'Accepts to get and set variables of a component that it does not have.',
    killedBy: 'TC_B_32_CS',
    interceptor: accepting('UnknownComponent'),
  },
  {
    name: 'unknown-variable-accepted',
    requirement: 'B06.FR.07',
    about: 'Accepts to get and set variables that it does not have.',
    killedBy: 'TC_B_33_CS',
    interceptor: accepting('UnknownVariable'),
  },
  {
    name: 'unknown-attribute-type-accepted',
    requirement: 'B06.FR.08',
    about: 'Accepts to get and set attributes that a variable does not have.',
    killedBy: 'TC_B_34_CS',
    interceptor: accepting('NotSupportedAttributeType'),
  },
  {
    name: 'read-only-accepted',
    requirement: 'B05.FR.09',
    about: 'Accepts to set a read-only variable.',
    killedBy: 'TC_B_39_CS',
    interceptor: accepting('Rejected', (code) => code === 'ReadOnly'),
  },
  {
    name: 'invalid-value-accepted',
    requirement: 'B05.FR.07',
    about: 'Accepts values that do not fit the variable.',
    killedBy: 'TC_B_11_CS',
    interceptor: accepting('Rejected', (code) => code !== 'ReadOnly' && code !== 'WriteOnly'),
  },
  {
    name: 'write-only-value-read',
    requirement: 'B06.FR.09',
    about: 'Accepts to get a write-only variable.',
    killedBy: 'OS_B_01_CS',
    interceptor: accepting('Rejected', (code) => code === 'WriteOnly'),
  },
  {
    name: 'set-value-not-stored',
    requirement: 'B05.FR.10',
    about: 'Accepts values without taking them over.',
    killedBy: 'TC_B_02_CS',
  },
);
