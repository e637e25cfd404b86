import type { SetVariableDataType, SetVariableResultType } from '../../ocpp/generated/messages.ts';
import type { Core } from '../core.ts';
import { misfit } from '../device-model/formats.ts';
import { keyOf } from '../device-model/path.ts';
import { attributeOf, type Variable } from '../device-model/variables.ts';
import type { Handler } from '../dispatch.ts';
import { tooLarge } from './limits.ts';

/** Use case B05. */
export const setVariables: Handler<'SetVariables'> = (core, request) =>
  tooLarge(core, 'SetVariables', request, request.setVariableData.length) ?? {
    payload: { setVariableResult: request.setVariableData.map((data) => judge(core, data)) },
    afterwards: ({ setVariableResult }) => {
      request.setVariableData.forEach((data, index) => {
        const status = setVariableResult[index]?.attributeStatus;
        if (status === 'Accepted' || status === 'RebootRequired') store(core, data);
      });
    },
  };

function judge(core: Core, { component, variable, attributeType = 'Actual', attributeValue }: SetVariableDataType): SetVariableResultType {
  const { variables } = core;
  const result = { component, variable, attributeType };
  const rejected = (reasonCode: string) => ({ ...result, attributeStatus: 'Rejected', attributeStatusInfo: { reasonCode } }) as const;
  if (!variables.hasComponent(component)) return { ...result, attributeStatus: 'UnknownComponent' };
  const found = variables.find({ component, variable });
  if (!found) return { ...result, attributeStatus: 'UnknownVariable' };
  const attribute = attributeOf(found, attributeType);
  if (!attribute) return { ...result, attributeStatus: 'NotSupportedAttributeType' };
  if (attribute.mutability === 'ReadOnly') return rejected('ReadOnly');
  const objection = misfit(attributeValue, found.characteristics) ?? found.refuses?.(attributeValue);
  if (objection) return rejected(objection);
  return { ...result, attributeStatus: isDeferred(core, found) ? 'RebootRequired' : 'Accepted' };
}

/** Sets what can be set: a script may have accepted more than that. */
function store(core: Core, { component, variable, attributeType, attributeValue }: SetVariableDataType): void {
  const found = core.variables.find({ component, variable });
  const attribute = found && attributeOf(found, attributeType);
  if (!found || !attribute || attribute.mutability === 'ReadOnly' || misfit(attributeValue, found.characteristics)) return;
  if (core.faults.has('set-value-not-stored')) return;
  attribute.value = attributeValue;
  if (!isDeferred(core, found)) core.variables.changed(found);
}

const isDeferred = ({ config }: Core, variable: Variable): boolean =>
  config.rebootRequired.some((path) => path.toLowerCase() === keyOf(variable));
