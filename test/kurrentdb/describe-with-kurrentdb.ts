const url = process.env['KURRENTDB_URL'];

/** A describe for tests against a real server: docker compose --profile kurrentdb up kurrentdb */
export function describeWithKurrentDb(
  title: string,
  tests: (connectionString: string) => void,
): void {
  if (url !== undefined && url !== '') {
    describe(title, () => {
      tests(url);
    });
    return;
  }
  // Jest wants a test inside, and the title must say why nothing ran.
  describe.skip(`${title} (skipped: KURRENTDB_URL names no KurrentDB)`, () => {
    tests('kurrentdb://localhost:2113?tls=false');
  });
}
