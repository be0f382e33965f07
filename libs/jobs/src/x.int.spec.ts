import { openTestDatabase } from '@thidua/database/testing';
describe('x', () => { it('opens', async () => { const d = await openTestDatabase('pglite'); await d.close(); }); });
