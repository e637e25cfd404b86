import type { Handler } from '../context.ts';

/** J01.FR.18. Clock-aligned values outside transactions; nothing here depends on them. */
export const meterValues: Handler<'MeterValues'> = () => ({ payload: {} });
