import { byName, requesting } from './fault.ts';

export const AUTHORIZATION_FAULTS = byName(
  {
    name: 'charges-refused-token',
    requirement: 'C01.FR.01',
    about: 'Lets people charge whose token the CSMS takes for invalid.',
    killedBy: 'TC_C_02_CS',
  },
  {
    name: 'charges-blocked-token',
    requirement: 'C01.FR.01',
    about: 'Lets people charge whose token the CSMS has blocked.',
    killedBy: 'TC_C_06_CS',
  },
  {
    name: 'charges-expired-token',
    requirement: 'C01.FR.01',
    about: 'Lets people charge whose token has expired.',
    killedBy: 'TC_C_07_CS',
  },
  {
    name: 'charges-unknown-token',
    requirement: 'C01.FR.01',
    about: 'Lets people charge whose token the CSMS does not know.',
    killedBy: 'TC_C_56_CS',
  },
  {
    name: 'charges-before-asking',
    requirement: 'C01.FR.01',
    about: 'Lets energy flow at once when a token is presented, and asks about it afterwards.',
    killedBy: 'TC_C_02_CS',
  },
  {
    name: 'asks-for-another-token',
    requirement: 'C01.FR.02',
    about: 'Leaves the last character out of the tokens that it asks about.',
    killedBy: 'TC_C_05_CS',
    interceptor: requesting(['Authorize'], (payload) => {
      const token = payload.idToken as { idToken: string };
      return { ...payload, idToken: { ...token, idToken: token.idToken.slice(0, -1) } };
    }),
  },
  {
    name: 'any-token-stops',
    requirement: 'C01.FR.03',
    about: 'Lets every accepted token stop every transaction.',
    killedBy: 'TC_C_04_CS',
  },
  {
    name: 'authorization-never-times-out',
    requirement: 'C01.FR.26',
    about: 'Keeps an authorization however long nobody plugs in.',
    killedBy: 'TC_C_100_CS',
  },
  {
    name: 'central-token-asked-about',
    requirement: 'C05.FR.01',
    about: 'Asks the CSMS about tokens that the CSMS itself has made up.',
    killedBy: 'TC_C_127_CS',
  },
  {
    name: 'contract-hash-data-omitted',
    requirement: 'C07.FR.02',
    about: 'Does not say by which data a contract certificate can be looked up.',
    killedBy: 'TC_C_50_CS',
    interceptor: requesting(['Authorize'], ({ iso15118CertificateHashData: _, ...payload }) => payload),
  },
  {
    name: 'contract-not-judged',
    requirement: 'C07.FR.01',
    about: 'Lets an EV charge whatever the CSMS says of its contract.',
    killedBy: 'TC_C_51_CS',
  },
  {
    name: 'contract-never-sent',
    requirement: 'C07.FR.06',
    about: 'Does not send contract certificates that it cannot validate, although it is allowed to.',
    killedBy: 'TC_C_52_CS',
  },
  {
    name: 'revoked-contract-charges',
    requirement: 'C07.FR.01',
    about: 'Lets an EV charge whose contract certificate has been revoked.',
    killedBy: 'TC_C_53_CS',
  },
  {
    name: 'contract-refused-offline',
    requirement: 'C07.FR.08',
    about: 'Lets no EV charge with a contract while it is offline.',
    killedBy: 'TC_C_54_CS',
  },
  {
    name: 'contract-charges-offline',
    requirement: 'C07.FR.07',
    about: 'Lets EVs charge with a contract offline although ContractValidationOffline is false.',
    killedBy: 'TC_C_55_CS',
  },
  {
    name: 'group-does-not-stop',
    requirement: 'C09.FR.03',
    about: 'Lets only the token that has started a transaction stop it.',
    killedBy: 'TC_C_39_CS',
  },
  {
    name: 'asks-about-known-group',
    requirement: 'C09.FR.07',
    about: 'Asks about a token although it knows that it belongs to the group.',
    killedBy: 'TC_C_40_CS',
  },
  {
    name: 'invalid-group-member-stops',
    requirement: 'C09.FR.11',
    about: 'Looks at the group only, not at the status, when somebody wants to stop.',
    killedBy: 'TC_C_42_CS',
  },
  {
    name: 'known-group-member-not-judged',
    requirement: 'C09.FR.11',
    about: 'Lets a token stop although it knows it as invalid, if it belongs to the group.',
    killedBy: 'TC_C_43_CS',
  },
  {
    name: 'cached-group-forgotten',
    requirement: 'C09.FR.07',
    about: 'Keeps no groups in its cache.',
    killedBy: 'TC_C_41_CS',
  },
  {
    name: 'master-pass-charges',
    requirement: 'C16.FR.03',
    about: 'Lets a master pass start a transaction.',
    killedBy: 'TC_C_45_CS',
  },
  {
    name: 'master-pass-stops-nothing',
    requirement: 'C16.FR.07',
    about: 'Forgets what was chosen with a master pass.',
    killedBy: 'TC_C_47_CS',
  },
  {
    name: 'master-pass-stops-too-much',
    requirement: 'C16.FR.07',
    about: 'Stops everything where one transaction was chosen with a master pass.',
    killedBy: 'TC_C_48_CS',
  },
  {
    name: 'master-pass-stops-one',
    requirement: 'C16.FR.02',
    about: 'Stops only the first transaction for a master pass.',
    killedBy: 'TC_C_49_CS',
  },
  {
    name: 'master-pass-without-reason',
    requirement: 'C16.FR.08',
    about: 'Gives Local as the reason of transactions that a master pass has stopped.',
    killedBy: 'TC_C_14_CS',
  },
);
