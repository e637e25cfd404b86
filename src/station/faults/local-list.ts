import { answering, byName } from './fault.ts';

export const LOCAL_LIST_FAULTS = byName(
  {
    name: 'local-list-keeps-old-version',
    requirement: 'D01.FR.15',
    about: 'Takes a whole list without its version.',
    killedBy: 'TC_D_01_CS',
  },
  {
    name: 'local-list-differences-ignored',
    requirement: 'D01.FR.16',
    about: 'Accepts changes to its list without making them.',
    killedBy: 'TC_D_02_CS',
  },
  {
    name: 'local-list-removal-refused',
    requirement: 'D01.FR.17',
    about: 'Refuses to take a token from its list.',
    killedBy: 'TC_D_03_CS',
  },
  {
    name: 'local-list-removal-not-made',
    requirement: 'D01.FR.17',
    about: 'Keeps a token in its list that it has accepted to remove.',
    killedBy: 'OS_D_01_CS',
  },
  {
    name: 'local-list-replaced-by-difference',
    requirement: 'D01.FR.16',
    about: 'Takes the changes of its list for the whole list.',
    killedBy: 'OS_D_02_CS',
  },
  {
    name: 'empty-local-list-has-no-version',
    requirement: 'D02.FR.01',
    about: 'Tells version 0 of a list that was emptied.',
    killedBy: 'TC_D_04_CS',
  },
  {
    name: 'empty-difference-refused',
    requirement: 'D01.FR.05',
    about: 'Refuses a new version without changes.',
    killedBy: 'TC_D_05_CS',
  },
  {
    name: 'local-list-older-version-accepted',
    requirement: 'D01.FR.19',
    about: 'Accepts changes to a version that its list is past.',
    killedBy: 'TC_D_06_CS',
  },
  {
    name: 'local-list-lost-at-boot',
    requirement: 'D01.FR.10',
    about: 'Loses its list when it boots.',
    killedBy: 'TC_D_07_CS',
  },
  {
    name: 'local-list-version-off-by-one',
    requirement: 'D02.FR.01',
    about: 'Tells a version that is one too high.',
    killedBy: 'local-list-version-told',
    interceptor: answering(['GetLocalListVersion'], ({ versionNumber }) => ({ versionNumber: Number(versionNumber) + 1 })),
  },
  {
    name: 'disabled-local-list-has-version',
    requirement: 'D02.FR.03',
    about: 'Tells the version of a list that is switched off.',
    killedBy: 'TC_D_10_CS',
  },
);
