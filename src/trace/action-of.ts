import { type Action, isAction } from '../ocpp/action.ts';
import type { FrameEntry } from './entry.ts';

/** The action of a CALL, or of the CALL on the same connection that a frame answers; undefined if OCPP has no such action. */
export function actionOf({ decoded, answers, connection }: Pick<FrameEntry, 'decoded' | 'answers' | 'connection'>): Action | undefined {
  const { frame } = decoded;
  if (frame?.type === 'CALL') return isAction(frame.action) ? frame.action : undefined;
  return answers?.connection === connection ? answers.action : undefined;
}
