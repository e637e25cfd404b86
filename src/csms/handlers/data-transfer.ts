import type { Handler } from '../context.ts';

/** P02.FR.06: this CSMS has no extensions of any vendor. */
export const dataTransfer: Handler<'DataTransfer'> = () => ({ payload: { status: 'UnknownVendorId' } });
