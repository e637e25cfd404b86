import type { Action } from '../ocpp/action.ts';
import type { Payload } from '../ocpp/frame.ts';
import type { Party } from '../ocpp/party.ts';
import type { Interceptor, Outcome } from '../wire/rpc.ts';

/** The party that ocppspec plays, as a scenario sees it: a simulator that answers by itself whatever is not scripted. */
export interface PlayedParty {
  readonly party: Party;
  readonly interceptors: Interceptor[];
  readonly connected: boolean;
  /** Whether it is still carrying out something it began, and may yet send messages because of it. */
  readonly busy: boolean;
  /** Resolves when it is not busy. */
  idle(): Promise<void>;
  /** Sends a minimal valid request, overridden by `partial`. */
  send(action: Action, partial: Payload): Promise<Outcome>;
  /** Puts a text on the wire as it is. */
  sendFrame(text: string): void;
  closeConnection(): void;
  /** Shows this certificate of the test PKI in TLS handshakes from now on. @param version the only one that it speaks */
  presentCertificate(name: string, endpoint: 'first' | 'second', limits?: { version?: string; cipher?: string }): Promise<void>;
}

/** What only a played station can do. */
export interface PlayedStation extends PlayedParty {
  readonly party: 'station';
  stimulate(name: string, parameters: Record<string, unknown>): Promise<void>;
  setVariable(component: string, variable: string, instance: string | undefined, value: string): void;
  /** One attempt to connect; what came of it is in the trace. */
  attemptConnection(overrides: Record<string, unknown>): Promise<void>;
  /** Keeps what takes it a while from being done, an upload say. @returns what lets it be done */
  hold(): () => void;
  goOffline(): void;
  goOnline(): void;
}

/** What a played CSMS does with connection attempts from now on. */
export type Reception = 'accept' | 'refuse' | 'stall';

/** What only a played CSMS can do. */
export interface PlayedCsms extends PlayedParty {
  readonly party: 'csms';
  reception: Reception;
  /** Decides about the next attempt where the script says so; otherwise `reception` does. */
  nextReception?: () => Reception | undefined;
}
