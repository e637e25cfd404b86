import { timestamp } from '../../time/clock.ts';
import type { Handler } from '../context.ts';

export const heartbeat: Handler<'Heartbeat'> = (_request, { clock }) => ({ payload: { currentTime: timestamp(clock) } });
