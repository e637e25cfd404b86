import type { GetVariableDataType, GetVariableResultType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { attributeOf, currentValue } from '../device-model/variables.ts';
import type { Handler } from '../dispatch.ts';
import { tooLarge } from './limits.ts';

/** Use case B06. */
export const getVariables: Handler<'GetVariables'> = (core, request) =>
  tooLarge(core, 'GetVariables', request, request.getVariableData.length) ?? {
    payload: { getVariableResult: request.getVariableData.map((data) => getVariable(core, data)) },
  };

function getVariable({ variables }: Core, { component, variable, attributeType = 'Actual' }: GetVariableDataType): GetVariableResultType {
  const result = { component, variable, attributeType };
  if (!variables.hasComponent(component)) return { ...result, attributeStatus: 'UnknownComponent' };
  const found = variables.find({ component, variable });
  if (!found) return { ...result, attributeStatus: 'UnknownVariable' };
  const attribute = attributeOf(found, attributeType);
  if (!attribute) return { ...result, attributeStatus: 'NotSupportedAttributeType' };
  if (attribute.mutability === 'WriteOnly') {
    return { ...result, attributeStatus: 'Rejected', attributeStatusInfo: { reasonCode: 'WriteOnly' } };
  }
  return { ...result, attributeStatus: 'Accepted', attributeValue: currentValue(found, attribute) };
}
