/** One side of an OCPP connection. */
export type Party = 'station' | 'csms';

export const otherParty = (party: Party): Party => (party === 'station' ? 'csms' : 'station');

/** The party as a sentence names it. */
export const partyName = (party: Party): string => (party === 'station' ? 'the station' : 'the CSMS');
