// Ends the run with one line that counts.

import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

export default class ClosingLine implements Reporter {
  #all: Suite | undefined;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: unknown, suite: Suite): void {
    this.#all = suite;
  }

  onEnd(result: FullResult): void {
    const outcomes = (this.#all?.allTests() ?? []).map((test) => ({
      outcome: test.outcome(),
      ran: test.results.length > 0,
    }));
    const count = (is: (test: (typeof outcomes)[number]) => boolean) => outcomes.filter(is).length;
    const passed = count(({ outcome, ran }) => ran && outcome === 'expected');
    const failed = count(({ outcome, ran }) => ran && (outcome === 'unexpected' || outcome === 'flaky'));
    const notRun = outcomes.length - passed - failed;
    const seconds = Math.round(result.duration / 1000);
    // A run that broke down before its tests has failed, whatever it counted.
    const broken = result.status !== 'passed' && failed === 0 ? ', run broken off' : '';
    console.log(`browser: ${passed} passed, ${failed} failed, ${notRun} not run in ${seconds} s${broken}`);
  }
}
