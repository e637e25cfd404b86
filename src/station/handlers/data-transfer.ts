import type { Handler } from '../dispatch.ts';

/** Use case P01: this station knows no vendor's extensions. */
export const dataTransfer: Handler<'DataTransfer'> = () => ({ payload: { status: 'UnknownVendorId' } });
