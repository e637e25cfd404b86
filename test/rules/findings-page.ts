import { CATALOGUE } from '../../src/rules/catalogue.ts';
import { RULE_CODES } from '../../src/rules/rule-codes.ts';

const INTRODUCTION = `# Findings

A finding names the party at fault, the requirement, what was expected, what came instead, and the trace entries that
prove it. Its code is stable: reports of different runs are compared by codes. A **violation** breaks a SHALL; a
**warning** misses a SHOULD, or is legal but known to trip strict peers. No verdict rests on warnings, and reports keep
them apart, unless \`--strict\` makes violations of them. Some codes are given the severity or the requirement of the
case at hand; the tables show the usual ones.

This page is written by test/rules/catalogue.test.ts; after a change, run \`npx vitest run test/rules/catalogue.test.ts -u\`.`;

const READINGS = `## How the rules read the text

Where the specification leaves room, a rule does not accuse, or warns. What a trace does not show is not held against
anyone: a trace may begin in the middle of a connection, a station may lose power unseen.

* **Timeouts** (Part 4, 4.1.1). Parties choose theirs; the rules use the configured message timeout, and a CALL counts as
  timed out a tolerance earlier. From 10 s on, the next CALL is a warning only. \`answer-missing\` needs a sign of life of the party that owes the answer, and the request
  must be proper: others may be dropped (4.2.3).
* **Retries** (4.1.4). The same message id with the same action is a retry unless its sender must have had the CALLRESULT.
* **Unknown message types** (4.1.3 with the errata of 2026). Sending one is a violation; answering with
  MessageTypeNotSupported, as earlier texts ask, is a warning.
* **Message id "-1"** (4.2.3) is right for anything whose id cannot be read; an id that can be made out in broken JSON is
  accepted too.
* **Invalid requests** (4.1.7 and Part 2, FR.03 against 4.1.2). A CALLRESULT for an unknown action, a missing field or a
  wrong type is a violation; for other departures from the schema, which a receiver merely may refuse, a warning.
* **Error codes** (4.3). A code that says something untrue of the CALL is a violation, one that says less than it could a
  warning. GenericError is for what no other code covers, so it is untrue where one does. NotImplemented, NotSupported and SecurityError are never wrong for an action of OCPP 2.0.1. Complaints about a
  valid payload are believed where a limit of the station is not known or exceeded (B06.FR.16, B06.FR.17, B08.FR.17,
  B08.FR.18), and where the payload may be wrong in ways that no schema tells.
* **Charging profiles** (K01). The CSMS answers for the form of those that it sets; what a station reports of them is not held
  against the station. Whether a place in the stack is taken (K01.FR.06, K01.FR.39) follows from what it has set before.
* **Long fields.** A string longer than the schema allows is fine where the station has reported a larger
  OCPPCommCtrlr.FieldLength.
* **Before acceptance** (B01.FR.08, B02.FR.02, B03.FR.02). A station that the trace has not seen booting is taken for
  accepted. What TriggerMessage, GetBaseReport and GetReport ask for is allowed while pending; what other requests of the
  CSMS lead to is a warning. So is a request before a BootNotification that says on the same connection that the station
  has restarted, unless somebody has restarted it: the reason may be that of an earlier boot.
* **Pending connections** (B02.FR.06). Only a normal closing counts, and not after what may call for a new connection: a
  reset, new certificates, credentials or network settings, a firmware update.
* **Boot interval** (B02.FR.04, B02.FR.08, B03.FR.06). A retry may be late by a tenth of the interval and the tolerance; on another connection, an
  early one is a warning, as the station may have lost power.
* **Heartbeats** (G02.FR.02, G02.FR.05; Part 4, 5.3). Any message, ping or pong of the station stands in for one. Late
  means later than 110 % of the interval plus the tolerance.
* **BootNotification on reconnecting** (Part 4, 5.4) is noted only where the CSMS closed the connection, nothing suggests a
  restart or another network profile (B10.FR.10), and the request neither describes the
  station differently nor gives another reason.
* **Reports.** That nobody asked for a report is certain only of stations that have booted within the trace. A part that
  the CSMS has not confirmed may come again, and a part may have been lost with a connection.
* **Firmware updates** (L01). An id counts as unknown only after an update was accepted without another one being given up. A
  status may be missing where the connection was lost or the station has restarted since the update was accepted, and
  Installing where it restarts (L01.FR.23). Going back, or trying again after a failure, is a warning.
* **Availability** (G03, G04). Any request to be Operative ends what is known of the connectors that it may be about.
  Available counts as broken word from the tolerance on after the answer, by the station's own time. Unavailable came too
  soon if the transaction goes on, or ends with the EV still connected, more than a second later.
* **Reports on connectors** (G01.FR.03, G03.FR.04, G04.FR.05). No requirement says how soon: two message timeouts and the
  tolerance. Whatever else happens at the EVSE, a reset or a lost connection ends the wait.
* **Remote starts** (F01.FR.25, F02.FR.21). A start from before the trace, an event that was queued while offline, and what
  is said again of a transaction are not judged.
* **Uploads of logs** (N01). An id of a request from before the trace is judged only if the station has booted within it. A
  station gave up too early if nothing more came for the interval and a message timeout. Whether a file came is known of
  those that ocppspec takes itself; a form that is posted may have its name in itself (N01.FR.21), which is a warning.
* **Events** (N05 to N08). An event is held to what the trace shows of its monitor only if it happened, by the station's time,
  a tolerance after that. After a reboot ids may be other ones (N04.FR.19), after SetMonitoringBase any monitor may be back. An
  alert may never have been told where the connection was lost (N07.FR.04). Whoever gives the end of an alert the id of its
  beginning is warned: no requirement forbids it.
* **Display messages** (O01 to O06). What a station has is known from the messages that it has accepted within the trace. A
  request without an answer leaves open what became of its message. A message may be reported for a minute after its end;
  one that is for a transaction is missed by nobody. Times are compared to the second, and what was not set is not compared.
* **Triggered messages** (F06.FR.04) are known by the trigger reason or the context Trigger; any other message may have come by
  itself.
* **Names** of components, variables and instances, and identities, are compared without regard to case; an empty instance
  is none (B06.FR.15).
* **TLS** below 1.2 is held against both parties. Facts about certificates need to say which end they were seen from.
* **Handshakes and closings of the party that ocppspec plays** are not judged: they carry no mark for what a scenario does
  on purpose, as frames do.
* **Other versions.** Of connections that agreed on another subprotocol only the handshake is judged.
* **Floods.** Between one opening of a connection and the next, findings with one code against one party are cut off
  after 100.`;

const table = (codes: readonly (keyof typeof CATALOGUE)[]): string =>
  [
    '| code | requirement | severity | what is wrong |',
    '|---|---|---|---|',
    ...codes.map((code) => `| \`${code}\` | ${CATALOGUE[code].requirement} | ${CATALOGUE[code].severity} | ${CATALOGUE[code].about} |`),
  ].join('\n');

const isRuleCode = (code: string): boolean => Object.hasOwn(RULE_CODES, code);

/** docs/findings.md, as the catalogue has it. */
export function findingsPage(): string {
  const codes = Object.keys(CATALOGUE) as (keyof typeof CATALOGUE)[];
  return `${[
    INTRODUCTION,
    `## Always-on rules\n\n${table(codes.filter(isRuleCode))}`,
    READINGS,
    `## Expectations of scenarios\n\n${table(codes.filter((code) => !isRuleCode(code)))}`,
  ].join('\n\n')}\n`;
}
