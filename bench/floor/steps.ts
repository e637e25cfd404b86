import { defineStep } from '@cucumber/cucumber';

defineStep('step {int}', (_step: number) => {});
