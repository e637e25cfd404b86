import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { describe, it } from 'vitest';
import { besides } from './defects.ts';
import { ocppspec } from './ocppspec.ts';
import type { Tampering, Wire } from './peer.ts';
import { IMPATIENT, testCsms, testStation, verdictOf } from './runs.ts';

const GARBAGE: Wire = ['¿qué?', '{"messageType":2}', '[[2],{},null]', '[2,"half"]', Uint8Array.of(2, 0, 255)];
const FOUND = 'frame-not-json frame-not-array frame-message-type frame-elements frame-binary';
const TWO_MEGABYTES: Wire = [JSON.stringify('x'.repeat(2e6))];
/** 64 KiB on the wire where it is deflated. */
const BOMB: Wire = ['0'.repeat(64 * 2 ** 20)];
const TOO_LARGE = 'Max payload size exceeded';

/** For what is lost in the middle of a case. */
const BRISK = { timeouts: { reply: 2, message: 3, boot: 20, operation: 10 } };

/** Sends bad input besides the n-th CALL of an action, and is a correct peer before and after. */
function besidesThe(nth: number, action: string, wire: Wire): Tampering {
  let count = 0;
  return besides(action, () => (++count === nth ? wire : []));
}

/** Takes connections and never says a word. @returns its port */
async function mute(finished: (end: () => void) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  finished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

describe.concurrent('A station', () => {
  const CASES = ['TC_B_01_CS', 'TC_B_06_CS'];

  it('that sends garbage is told what is wrong with it, and tested on', async ({ expect }) => {
    const { report, exitCode } = await testStation(CASES, { defect: besidesThe(2, 'BootNotification', GARBAGE) });
    expect(report.cases.map(verdictOf)).toEqual([`TC_B_01_CS fail ${FOUND}`, 'TC_B_06_CS pass']);
    expect(exitCode).toBe(1);
  });

  it.for([
    ['2 MB', TWO_MEGABYTES],
    ['a deflate bomb', BOMB],
  ] as const)('that sends %s loses its connection, does not pass, and is tested on', async ([, wire], { expect }) => {
    const { report, exitCode, output } = await testStation(CASES, { defect: besidesThe(2, 'BootNotification', wire) });
    const [first, second] = report.cases;
    expect(first?.verdict, output).toMatch(/fail|inconclusive/);
    expect(first?.reason).toContain(TOO_LARGE);
    expect(second?.verdict).toBe('pass');
    expect(exitCode).toBe(first?.verdict === 'fail' ? 1 : 2);
  });

  it('that hears everything and says nothing fails, case by case', async ({ expect }) => {
    let boots = 0;
    const defect: Tampering = {
      outgoing: (frame, text) => {
        if (frame[2] === 'SecurityEventNotification') boots++;
        return boots === 0 ? [text] : [];
      },
    };
    const { report, exitCode } = await testStation(['TC_B_06_CS', 'TC_B_09_CS'], { defect, config: IMPATIENT });
    expect(report.cases.map(verdictOf)).toEqual([
      expect.stringMatching(/^TC_B_0\d_CS fail .*answer-missing/),
      expect.stringMatching(/^TC_B_0\d_CS fail .*answer-missing/),
    ]);
    expect(exitCode).toBe(1);
  });

  it('that has another password gets no verdict but a message', async ({ expect }) => {
    const { report, exitCode, output } = await testStation(CASES, { password: 'not-the-right-password', config: IMPATIENT });
    expect(output).toMatch(/station CS001 was not connected and registered .* 401 .* OCPPSPEC_PASSWORD/);
    expect(report.cases).toEqual([]);
    expect(exitCode).toBe(2);
  });

  it('that opens connections and leaves them half open does not keep others out', async ({ expect, onTestFinished }) => {
    const { report, exitCode } = await testStation(CASES, {
      before: (url) => {
        const { hostname, port } = new URL(url);
        for (const words of ['', 'GET /ocpp/CS001 HTTP/1.1\r\nHost: here\r\n']) {
          const socket = connect(Number(port), hostname, () => socket.write(words));
          socket.on('error', () => {});
          onTestFinished(() => void socket.destroy());
        }
      },
    });
    expect(report.cases.map(verdictOf)).toEqual(['TC_B_01_CS pass', 'TC_B_06_CS pass']);
    expect(exitCode).toBe(0);
  });
});

describe.concurrent('A CSMS', () => {
  const CASES = ['TC_B_01_CSMS', 'TC_B_09_CSMS'];

  it('that sends garbage is told what is wrong with it, and tested on', async ({ expect }) => {
    const { report, exitCode } = await testCsms(CASES, { defect: besidesThe(1, 'CALLRESULT', GARBAGE) });
    expect(report.cases.map(verdictOf)).toEqual([`TC_B_01_CSMS fail ${FOUND}`, 'TC_B_09_CSMS pass']);
    expect(exitCode).toBe(1);
  });

  it.for([
    ['2 MB', TWO_MEGABYTES],
    ['64 MB', BOMB],
  ] as const)('that sends %s loses its connection, does not pass, and is tested on', async ([, wire], { expect }) => {
    const { report, exitCode, output } = await testCsms(CASES, { defect: besidesThe(1, 'CALLRESULT', wire), config: BRISK });
    const [first, second] = report.cases;
    expect(first?.verdict, output).toMatch(/fail|inconclusive/);
    expect(first?.reason).toContain(TOO_LARGE);
    expect(second?.verdict).toBe('pass');
    expect(exitCode).toBe(first?.verdict === 'fail' ? 1 : 2);
  });

  it('that hears everything and says nothing fails, case by case', async ({ expect }) => {
    const { report, exitCode } = await testCsms(['TC_B_01_CSMS', 'OS_R_01_CSMS'], {
      defect: { outgoing: () => [] },
      config: IMPATIENT,
    });
    expect(report.cases.map(verdictOf)).toEqual([
      expect.stringMatching(/^TC_B_01_CSMS fail .*answer-missing/),
      expect.stringMatching(/^OS_R_01_CSMS fail .*answer-missing/),
    ]);
    expect(exitCode).toBe(1);
  });

  it('that has another password gets no verdict but a message', async ({ expect }) => {
    const { report, exitCode, output } = await testCsms(CASES, { password: 'not-the-right-password', config: IMPATIENT });
    expect(output).toMatch(/turns away station CS001 .* 401; is OCPPSPEC_PASSWORD/);
    expect(report.cases).toEqual([]);
    expect(exitCode).toBe(2);
  });

  it('that takes a connection and never answers gets no verdict but a message', async ({ expect, onTestFinished }) => {
    const port = await mute(onTestFinished);
    const { report, exitCode, output } = await ocppspec({
      args: ['--url', `ws://127.0.0.1:${port}/ocpp`],
      cases: CASES,
      config: IMPATIENT,
    });
    expect(output).toContain(`cannot connect to ws://127.0.0.1:${port}/ocpp/CS001: no answer in time`);
    expect(report.cases).toEqual([]);
    expect(exitCode).toBe(2);
  });
});
