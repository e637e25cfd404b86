import type { IdTokenType } from '../../ocpp/generated/messages.ts';

/** Both are case-insensitive (C01.FR.25). */
export const sameToken = (a: IdTokenType, b: IdTokenType): boolean => tokenKey(a) === tokenKey(b);

export const tokenKey = ({ idToken, type }: IdTokenType): string => `${type}:${idToken}`.toLowerCase();
