import type { Action } from '../ocpp/action.ts';
import type { Decoded } from '../ocpp/frame.ts';
import type { Refusal, TlsFacts, UpgradeFacts } from '../ocpp/handshake.ts';
import type { Party } from '../ocpp/party.ts';

/** What every entry of a trace says: when and on which connection. */
interface Common {
  /** Position in the trace, from 0. */
  seq: number;
  /** OCPP time, in milliseconds since the epoch. */
  at: number;
  /** Connection attempts are numbered from 1; 0 is for what belongs to none. */
  connection: number;
}

/** One text message. */
export interface FrameEntry extends Common {
  kind: 'frame';
  from: Party;
  text: string;
  decoded: Decoded;
  /** That of a CALL, or of the CALL on the same connection that it answers; absent if OCPP has no such action. */
  action?: Action;
  /** The CALL that a CALLRESULT or CALLERROR answers, if there is one. */
  answers?: FrameEntry;
  /** A scenario put a deliberately wrong frame on the wire: rules do not hold it against anyone. */
  deliberate?: true;
  /** A scenario has the party that it is for leave it without an answer. */
  unanswered?: true;
}

export type Entry =
  | FrameEntry
  | (Common & { kind: 'binary'; from: Party; bytes: number })
  | (Common & { kind: 'ping' | 'pong'; from: Party })
  | (Common & {
      kind: 'connected';
      upgrade: UpgradeFacts;
      /** Which endpoint of a CSMS that has two; the first if absent. */
      endpoint?: 'first' | 'second';
      /** Whose end the facts of the handshake come from; what TLS says of a peer is about the other party. */
      seenBy?: Party;
      /** The connection was made before this trace began; what was agreed then still holds. */
      carried?: { accepted: boolean; heartbeatInterval?: number };
    })
  | (Common & {
      kind: 'refused';
      refusal: Refusal;
      /** As for `connected`. */
      seenBy?: Party;
      endpoint?: 'first' | 'second';
      /** Who ended the attempt, where that is known. */
      by?: Party;
    })
  | (Common & { kind: 'closed'; by: Party; code: number; reason: string; error?: string })
  | (Common & {
      kind: 'stimulus';
      /** What was asked for: `plug-in`, with its parameters and who carried it out. */
      name: string;
      parameters: Record<string, unknown>;
      carrier: string;
      outcome: 'done' | 'skipped' | 'unsupported' | 'denied';
      note?: string;
      /** From here on, requests of the system under test say what the driver dictated. */
      dictatedFrom?: number;
    })
  /** Logs are taken at a URL from now on. */
  | (Common & { kind: 'upload-server'; url: string })
  /** A file came there, or was refused. */
  | (Common & { kind: 'upload'; url: string; method: string; status: number; bytes: number; contentType?: string; fileName?: string })
  /** Somebody came there and nothing came of it. */
  | (Common & { kind: 'upload-failed'; url: string; reason: string; tls?: TlsFacts })
  /** Something that happened to whoever carries out stimuli. */
  | (Common & { kind: 'driver'; carrier: string; text: string })
  | (Common & { kind: 'step'; text: string });

/** An entry without what the trace itself fills in; whoever has decoded a frame already may say so. */
export type EntryBody =
  | (Omit<FrameEntry, 'seq' | 'at' | 'decoded' | 'action' | 'answers'> & { decoded?: Decoded })
  | (Exclude<Entry, FrameEntry> extends infer E ? (E extends Entry ? Omit<E, 'seq' | 'at'> : never) : never);
