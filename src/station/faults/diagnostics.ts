import { byName, requesting } from './fault.ts';

/** What goes wrong with logs and customer information. */
export const DIAGNOSTICS_FAULTS = byName(
  // N01
  {
    name: 'log-without-name',
    requirement: 'N01.FR.01',
    about: 'Does not say what the log file is called.',
    killedBy: 'TC_N_25_CS',
  },
  {
    name: 'uploading-not-told',
    requirement: 'N01.FR.08',
    about: 'Does not tell that it begins to upload a log.',
    killedBy: 'TC_N_25_CS',
  },
  {
    name: 'uploaded-not-told',
    requirement: 'N01.FR.09',
    about: 'Does not tell that a log has been uploaded.',
    killedBy: 'TC_N_35_CS',
  },
  {
    name: 'log-never-uploaded',
    requirement: 'N01.FR.02',
    about: 'Tells that a log has been uploaded that it never sends.',
    killedBy: 'log-not-received',
  },
  {
    name: 'log-name-not-in-location',
    requirement: 'N01.FR.21',
    about: 'Uploads a log to a location that ends with a slash without the name of the file after it.',
    killedBy: 'log-location',
  },
  {
    name: 'log-posted-without-name',
    requirement: 'N01.FR.19',
    about: 'Posts a log without saying in the headers what the file is called.',
    killedBy: 'log-post-headers',
  },
  {
    name: 'csms-root-not-for-files',
    requirement: 'N01.FR.15',
    about: 'Trusts the root of its CSMS for the connection to the CSMS only, and not for servers of files.',
    killedBy: 'OS_N_01_CS',
  },
  {
    name: 'failed-log-told-as-uploaded',
    requirement: 'N01.FR.10',
    about: 'Tells that a log has been uploaded that the server refused.',
    killedBy: 'TC_N_26_CS',
  },
  {
    name: 'failed-log-not-tried-again',
    requirement: 'N01.FR.10',
    about: 'Gives an upload up after the first failure, however many retries the CSMS wants.',
    killedBy: 'log-retries',
  },
  {
    name: 'log-accepted-although-none',
    requirement: 'N01.FR.05',
    about: 'Accepts to upload a log that there is not.',
    killedBy: 'TC_N_34_CS',
  },
  {
    name: 'security-log-refused',
    requirement: 'N01.FR.03',
    about: 'Refuses to upload the security log.',
    killedBy: 'TC_N_35_CS',
  },
  {
    name: 'second-log-accepted-as-first',
    requirement: 'N01.FR.12',
    about: 'Gives an upload up for another one without saying so in its response.',
    killedBy: 'TC_N_36_CS',
  },
  {
    name: 'cancelled-log-not-told',
    requirement: 'N01.FR.20',
    about: 'Gives an upload up for another one without a notification.',
    killedBy: 'TC_N_36_CS',
  },
  {
    name: 'log-status-of-other-request',
    requirement: 'N01.FR.07',
    about: 'Tells how an upload goes under the id of another request.',
    killedBy: 'log-status-request',
  },
  {
    name: 'log-status-without-request',
    requirement: 'N01.FR.13',
    about: 'Tells how an upload goes without the id of the request.',
    killedBy: 'log-status-request',
    interceptor: requesting(['LogStatusNotification'], ({ requestId: _, ...payload }) => payload),
  },

  // N09, N10
  {
    name: 'customer-information-not-found',
    requirement: 'N09.FR.05',
    about: 'Finds nothing about a customer whose token is in its cache.',
    killedBy: 'TC_N_27_CS',
  },
  {
    name: 'no-customer-information-in-words',
    requirement: 'N09.FR.06',
    about: 'Writes words where nothing is known of a customer.',
    killedBy: 'TC_N_28_CS',
  },
  {
    name: 'no-customer-information-not-told',
    requirement: 'N10.FR.04',
    about: 'Says nothing if nothing is known of a customer.',
    killedBy: 'TC_N_31_CS',
  },
  {
    name: 'customer-information-not-cleared',
    requirement: 'N10.FR.03',
    about: 'Accepts to forget a customer and does not.',
    killedBy: 'TC_N_62_CS',
  },
  {
    name: 'reported-information-not-cleared',
    requirement: 'N10.FR.03',
    about: 'Reports what it knows of a customer and does not forget it.',
    killedBy: 'TC_N_31_CS',
  },
  {
    name: 'cleared-information-not-confirmed',
    requirement: 'N10.FR.06',
    about: 'Does not confirm that a customer has been forgotten of whom no report is wanted.',
    killedBy: 'TC_N_32_CS',
  },
  {
    name: 'customer-reference-not-checked',
    requirement: 'N09.FR.09',
    about: 'Accepts requests that name no customer, or more than one.',
    killedBy: 'TC_N_29_CS',
  },
);
