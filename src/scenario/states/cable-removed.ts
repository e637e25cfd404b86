import { place } from '../ops/stimulus.ts';
import type { State } from './charging.ts';
import { tokenOf } from './charging.ts';

/** The cable, which is out of the EV, is taken out of the station too, if it can be: E09.FR.02, E09.FR.03. */
export const cableRemoved: State = async (passage, session, options) => {
  const where = place(passage.dialogue, options.evseId);
  const { fixedCable } = passage.dialogue.environment.settings;
  if (!fixedCable) {
    if (options.parameters.idToken) await passage.stimulate('present-token', { ...where, ...tokenOf(passage, options).value });
    await passage.stimulate('unplug', where);
  }
  session.end({ plugged: false });
  // A fixed cable has been out of everything since it was out of the EV.
  if (fixedCable) await passage.connectorIsOrBecomes(where, 'Available');
  else await passage.connectors(`connector ${where.connectorId} of EVSE ${where.evseId}`, 'Available');
  await passage.settle();
};

/** The cable is pulled out of the EV; one that belongs to the station is out of everything then (E10). */
export const evSideDisconnected: State = async (passage, session, options) => {
  const where = place(passage.dialogue, options.evseId);
  await passage.stimulate('unplug-at-ev', where);
  session.conditions.plugged = false;
  if (passage.dialogue.environment.settings.fixedCable)
    await passage.connectors(`connector ${where.connectorId} of EVSE ${where.evseId}`, 'Available');
};
