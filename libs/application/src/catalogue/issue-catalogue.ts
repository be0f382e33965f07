import { catalogueCommands, catalogueDecider, catalogueEvents } from '@thidua/evaluation';
import { localDateOf } from '@thidua/kernel';
import type { ApplicationParts } from '../application-parts';
import type { Call, CommandOutcome } from '../calls/call';
import { readCommand } from '../calls/read-command';
import { requireHappened } from '../calls/require-happened';
import { actorFactsOf } from '../organisation/directory-source';
import { productsOf } from './read-catalogue-file';

export interface IssueCatalogueInput {
  /** The file of products, CSV (UTF-8) or XLSX: columns ma, ten, nhom, and diem or he_so. */
  readonly bytes: Uint8Array;
  readonly agencyId: string;
  readonly standardProductId: string;
  /** Number of the decision. */
  readonly document: string;
  readonly inForceFrom: string;
}

/** Reads the file and issues it as the next version of the catalogue; nothing is half taken over. */
export async function issueCatalogue(
  parts: ApplicationParts,
  { bytes, agencyId, standardProductId, document, inForceFrom }: IssueCatalogueInput,
  call: Call,
): Promise<CommandOutcome> {
  requireHappened(call, parts.now());
  const { products, groups } = await productsOf(bytes, standardProductId);
  const command = readCommand(catalogueCommands, 'IssueCatalogue', {
    agencyId,
    groups,
    standardProductId,
    products,
    document: { number: document, date: null, issuer: null, title: null },
    inForceFrom,
  });
  const directory = await parts.directory.current();
  const on = localDateOf(call.occurredAt);
  const context = { actor: actorFactsOf(directory, call.actor, on), on };
  return parts.runner.run(
    { decider: catalogueDecider, events: catalogueEvents },
    { id: agencyId, command, call, contextOf: () => context },
  );
}
