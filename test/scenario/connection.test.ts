import { describe, expect, test } from 'vitest';
import { SECOND } from '../../src/time/clock.ts';
import { type DialogueOptions, play, type Sut } from './kit.ts';
import type { FakeStation } from './party.ts';

/** A station under test that does something so many seconds after its connection was closed. */
function connects(
  clockwork: (
    at: (seconds: number, act: () => void) => void,
    sut: Sut,
    played: Parameters<NonNullable<DialogueOptions['begin']>>[1],
  ) => void,
): DialogueOptions {
  return {
    begin: (sut, played) => clockwork((seconds, act) => void sut.clock.after(seconds * SECOND, act), sut, played),
  };
}

describe('a station under test', () => {
  const lines = `
    When the CSMS closes the connection
    Then the station connects no sooner than 20 s later:
      | identity | CS1 |
    And the station accepts the connection`;

  test('connects again', async () => {
    expect(
      await play(
        lines,
        connects((at, _, csms) => at(25, () => csms.connect())),
      ),
    ).toMatchObject({ verdict: 'pass', findings: [] });
  });

  test('is too early', async () => {
    const { verdict, told } = await play(
      lines,
      connects((at, _, csms) => at(10, () => csms.connect())),
    );
    expect(verdict).toBe('fail');
    expect(told).toEqual([
      expect.stringMatching(/^connection-early B01\.FR\.01: an attempt no sooner than after 20 s, but it came after \d+ s$/),
    ]);
  });

  test('does not come back', async () => {
    expect((await play(lines)).told).toEqual(['connection-missing B01.FR.01: the station connects, but it made no attempt within 920 s']);
  });

  test('shows another handshake than it should', async () => {
    const other = lines.replace('CS1 |', 'CS2 |');
    const { told } = await play(
      other,
      connects((at, _, csms) => at(25, () => csms.connect())),
    );
    expect(told).toEqual(['connection-content B01.FR.01: identity = CS2, but it is "CS1"']);
  });

  test('tries, and the attempt comes to nothing', async () => {
    const { verdict, told } = await play(
      lines,
      connects((at, sut) => at(25, () => sut.wire.refuse())),
    );
    expect(verdict).toBe('fail');
    expect(told).toEqual(['connection-missing B01.FR.01: the station accepts the connection, but the attempt ended: HTTP status 503']);
    const refused = lines.replace('accepts', 'refuses');
    expect(
      await play(
        refused,
        connects((at, sut) => at(25, () => sut.wire.refuse())),
      ),
    ).toMatchObject({ verdict: 'pass' });
    expect(
      (
        await play(
          refused,
          connects((at, _, csms) => at(25, () => csms.connect())),
        )
      ).told,
    ).toEqual(['connection-forbidden B01.FR.01: the station refuses the connection, but it accepted it']);
  });

  test('is cut off for a while', async () => {
    const cut = 'When the connection is lost for 60 s\nThen the station sends no Heartbeat for 1 s';
    const back = connects((at, _, csms) => at(61, () => csms.connect()));
    expect(await play(cut, back)).toMatchObject({ verdict: 'pass' });
    expect((await play(cut)).told).toEqual(['connection-missing B01.FR.01: the station is connected again, but it is not']);
  });

  test('closes the connection, or does not, or leaves it to the other side', async () => {
    const close = 'When 1 s pass\nThen the station closes the connection';
    expect(
      await play(
        close,
        connects((at, sut) => at(5, () => sut.wire.close('station'))),
      ),
    ).toMatchObject({ verdict: 'pass' });
    expect((await play(close)).told).toEqual(['connection-forbidden B01.FR.01: the station closes the connection, but it is still open']);
    expect(
      (
        await play(
          close,
          connects((at, _, csms) => at(5, () => csms.closeConnection())),
        )
      ).verdict,
    ).toBe('fail');
  });

  test('meets the certificate that a line has the CSMS present', async () => {
    const present = `
      When the second CSMS presents the certificate csms-server-expired
      Then the station sends no Heartbeat for 1 s`;
    expect((await play(present)).played.certificates).toEqual(['csms-server-expired second']);
    expect(await play(present, { sut: 'csms' })).toMatchObject({
      verdict: 'error',
      reason: expect.stringContaining('chooses its certificates itself'),
    });
  });
});

describe('a CSMS under test', () => {
  const lines = `
    When the station connects:
      | username | somebody |
    Then the CSMS refuses the connection`;
  const attempts = (attempt: (sut: Sut, station: FakeStation) => void): DialogueOptions => ({
    sut: 'csms',
    begin: (sut, station) => {
      if (station.party === 'station') station.attempt = () => attempt(sut, station);
    },
  });

  test('turns a station away, or lets it in', async () => {
    expect(
      await play(
        lines,
        attempts((sut) => sut.wire.refuse()),
      ),
    ).toMatchObject({ verdict: 'pass', findings: [] });
    expect(
      (
        await play(
          lines,
          attempts((_, station) => station.connect()),
        )
      ).told,
    ).toEqual(['connection-forbidden B01.FR.01: the CSMS refuses the connection, but it accepted it']);
    const accepts = lines.replace('refuses', 'accepts');
    expect(
      await play(
        accepts,
        attempts((_, station) => station.connect()),
      ),
    ).toMatchObject({ verdict: 'pass' });
    expect(
      (
        await play(
          accepts,
          attempts((sut) => sut.wire.refuse()),
        )
      ).told,
    ).toEqual(['connection-missing B01.FR.01: the CSMS accepts the connection, but the attempt ended: HTTP status 503']);
  });
});
