import { byName, requesting } from './fault.ts';

export const BOOT_FAULTS = byName(
  {
    name: 'boots-with-wrong-reason',
    requirement: 'B01.FR.09',
    about: 'Gives Unknown as the reason of every boot.',
    killedBy: 'TC_B_22_CS',
    interceptor: requesting(['BootNotification'], (payload) => ({ ...payload, reason: 'Unknown' })),
  },
  {
    name: 'no-status-after-boot',
    requirement: 'B01.FR.05',
    about: 'Does not report its connectors after it has been accepted.',
    killedBy: 'TC_B_01_CS',
  },
  {
    name: 'no-security-event-after-boot',
    requirement: 'A04.FR.01',
    about: 'Does not tell the CSMS about its startup as a security event.',
    killedBy: 'TC_B_01_CS',
  },
  {
    name: 'sends-before-accepted',
    requirement: 'B02.FR.02',
    about: 'Reports its connectors although its registration is Pending or Rejected.',
    killedBy: 'call-before-accepted',
  },
  {
    name: 'reports-before-boot-notification',
    requirement: 'B01.FR.08',
    about: 'Reports its connectors as soon as it is connected after a boot, and sends BootNotificationRequest then.',
    killedBy: 'call-before-accepted',
  },
  {
    name: 'ignores-boot-interval',
    requirement: 'B02.FR.04',
    about: 'Sends the next BootNotificationRequest after half of the interval.',
    killedBy: 'boot-retry-early',
  },
  {
    name: 'answers-while-rejected',
    requirement: 'B03.FR.08',
    about: 'Answers requests of the CSMS although its registration was rejected.',
    killedBy: 'TC_B_30_CS',
  },
  {
    name: 'remote-start-while-pending',
    requirement: 'B02.FR.05',
    about: 'Accepts a RequestStartTransactionRequest although its registration is Pending.',
    killedBy: 'TC_B_02_CS',
  },
  {
    name: 'boot-on-every-reconnect',
    requirement: 'Part 4, 5.4',
    about: 'Sends a BootNotificationRequest after a mere loss of the connection.',
    killedBy: 'TC_B_52_CS',
  },
  {
    name: 'heartbeat-too-slow',
    requirement: 'G02.FR.02',
    about: 'Waits three times the heartbeat interval.',
    killedBy: 'heartbeat-missing',
  },
  {
    name: 'status-not-reported-after-offline',
    requirement: 'B04.FR.01',
    about: 'Does not report any connector after having been offline.',
    killedBy: 'TC_B_51_CS',
  },
  {
    name: 'transaction-seqno-gap',
    requirement: 'E01.FR.07',
    about: 'Leaves out every other seqNo of a transaction.',
    killedBy: 'transaction-seqno',
  },
);
