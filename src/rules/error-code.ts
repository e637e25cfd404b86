import { codesForFrame, type ErrorCode, isErrorCode, OUTDATED_SPELLINGS } from '../ocpp/error-code.ts';
import type { CallError, FrameFault } from '../ocpp/frame.ts';
import { otherParty, type Party } from '../ocpp/party.ts';
import type { FrameEntry } from '../trace/entry.ts';
import { DeviceLimits } from './device-limits.ts';
import { misfit } from './error-fit.ts';
import { finding } from './finding.ts';
import { quote } from './quote.ts';
import type { Rule } from './rule.ts';
import { PerConnection, PerStation } from './state.ts';
import { callOf } from './violations.ts';

type Unreadable = Partial<Record<Party, FrameEntry>>;

/** The error code is one of those in Part 4, 4.3, and suits what it is about. */
export const errorCode: Rule = (report) => {
  const stations = new PerStation(() => new DeviceLimits());
  /** The last message of each party that was no proper frame. */
  const unreadable = new PerConnection<Unreadable>(() => ({}));

  function known({ errorCode: text }: CallError, entry: FrameEntry): ErrorCode | undefined {
    const common = { party: entry.from, actual: quote(text), entries: [entry] };
    if (isErrorCode(text)) return text;
    const meant = Object.hasOwn(OUTDATED_SPELLINGS, text) ? OUTDATED_SPELLINGS[text] : undefined;
    if (meant) report(finding('error-code-outdated', { ...common, expected: meant }));
    else report(finding('error-code-unknown', { ...common, expected: 'an error code of OCPP 2.0.1' }));
    return meant;
  }

  function aboutFrame(code: ErrorCode, entry: FrameEntry, about: FrameEntry): void {
    const common = { party: entry.from, actual: code, entries: [entry, about] };
    if (code === 'MessageTypeNotSupported' && about.decoded.faults.includes('unknown-message-type')) {
      return report(finding('error-code-outdated', { ...common, expected: 'no answer: messages of unknown types are ignored' }));
    }
    const fitting: ErrorCode[] = [...codesForFrame(about.decoded.faults as FrameFault[]), 'GenericError', 'InternalError'];
    if (fitting.includes(code)) return;
    report(finding('error-code-mismatch', { ...common, expected: `one of ${fitting.join(', ')}`, severity: 'warning' }));
  }

  return {
    see(entry) {
      if (entry.kind === 'connected' || entry.kind === 'closed') stations.of(entry);
      if (entry.kind === 'closed') unreadable.forget(entry);
      if (entry.kind !== 'frame') return;
      const { frame } = entry.decoded;
      if (!frame) unreadable.of(entry)[entry.from] = entry;
      else stations.of(entry).learn(entry);
      if (frame?.type !== 'CALLERROR' || entry.deliberate || entry.decoded.faults.includes('error-code-not-string')) return;
      const code = known(frame, entry);
      if (!code) return;
      const call = callOf(entry);
      const broken = unreadable.known(entry);
      const about = broken?.[otherParty(entry.from)];
      if (!call && broken && about) {
        delete broken[about.from];
        return aboutFrame(code, entry, about);
      }
      const wrong = call && misfit(code, call, stations.of(entry));
      if (!wrong) return;
      const { code: kind, ...rest } = wrong;
      report(finding(kind, { ...rest, party: entry.from, actual: `${code} ${quote(frame.errorDescription)}`, entries: [entry, call] }));
    },
  };
};
