import {
  parseRational,
  rejectFrom,
  type CommandCatalogue,
  type CommandsOf,
  type Decider,
  type DecisionContext,
  type LocalDate,
  type RejectionCatalogue,
} from '@thidua/kernel';
import { isDirector } from '../cycle/evaluation-roles';
import { isSameAmount } from '../fraction-fields';
import { sameFacts } from '../same-facts';
import { catalogueEvents, GROUP_COUNT_MAX, type CatalogueEvent } from './catalogue.events';

export const catalogueCommands = {
  IssueCatalogue: {
    says: 'Issue the catalogue of products, the next version of it.',
    vi: 'Ban hành danh mục sản phẩm',
    records: ['CatalogueIssued'],
    data: catalogueEvents.CatalogueIssued.data.omit({ version: true }),
  },
} as const satisfies CommandCatalogue;
export type CatalogueCommand = CommandsOf<typeof catalogueCommands>;

/** Every no that a rule about the catalogue can say. */
export const catalogueRejections = {
  CATALOGUE_DIRECTOR_ONLY: {
    kind: 'forbidden',
    vi: 'Chỉ Giám đốc Sở, hoặc người được ủy quyền thay, được ban hành danh mục sản phẩm',
    en: 'Only the director, or whoever is appointed to act for them, may issue the catalogue',
  },
  TOO_MANY_GROUPS: {
    kind: 'invalid',
    vi: 'Danh mục có {count} nhóm, nhiều nhất {max} (Điều 13.1)',
    en: 'The catalogue has {count} groups, at most {max} (article 13.1)',
  },
  CATALOGUE_ID_TWICE: {
    kind: 'invalid',
    vi: 'Mã bị trùng trong danh mục: {ids}',
    en: 'Ids used twice in the catalogue: {ids}',
  },
  GROUP_UNKNOWN: {
    kind: 'invalid',
    vi: 'Sản phẩm {productId}: không có nhóm {groupId}; có: {known}',
    en: 'Product {productId}: there is no group {groupId}; there are: {known}',
  },
  COEFFICIENT_NOT_POSITIVE: {
    kind: 'invalid',
    vi: 'Sản phẩm {productId}: hệ số phải lớn hơn 0',
    en: 'Product {productId}: the coefficient must be more than zero',
  },
  STANDARD_PRODUCT_WRONG: {
    kind: 'invalid',
    vi: 'Sản phẩm chuẩn {productId} phải có trong danh mục với hệ số 1',
    en: 'The standard product {productId} must be in the catalogue with the coefficient 1',
  },
  CATALOGUE_TOO_EARLY: {
    kind: 'invalid',
    vi: 'Danh mục mới có hiệu lực từ {from}, phải sau {after}',
    en: 'The new catalogue is in force from {from}, which must be after {after}',
  },
} as const satisfies RejectionCatalogue;

const reject = rejectFrom(catalogueRejections);

type Issued = CatalogueEvent['data'];

/** Every version in the order in which they were issued. Plain JSON. */
export interface CatalogueState {
  readonly versions: readonly Issued[];
}

const twice = (ids: readonly string[]): readonly string[] =>
  ids.filter((each, index) => ids.indexOf(each) < index);

function check({ groups, products, standardProductId }: Omit<Issued, 'version'>): void {
  if (groups.length > GROUP_COUNT_MAX) {
    reject('TOO_MANY_GROUPS', { count: groups.length, max: GROUP_COUNT_MAX });
  }
  const known = groups.map(({ groupId }) => groupId);
  const ids = [...twice(known), ...twice(products.map(({ productId }) => productId))];
  if (ids.length > 0) reject('CATALOGUE_ID_TWICE', { ids });
  for (const { productId, groupId, coefficient } of products) {
    if (!known.includes(groupId)) reject('GROUP_UNKNOWN', { productId, groupId, known });
    if (parseRational(coefficient)?.numerator === 0n) {
      reject('COEFFICIENT_NOT_POSITIVE', { productId });
    }
  }
  const standard = products.find(({ productId }) => productId === standardProductId);
  if (standard === undefined || !isSameAmount(standard.coefficient, '1')) {
    reject('STANDARD_PRODUCT_WRONG', { productId: standardProductId });
  }
}

/** The catalogue of an agency’s products (stream `catalogue-<agencyId>`). */
export const catalogueDecider: Decider<
  CatalogueCommand,
  CatalogueEvent,
  CatalogueState,
  DecisionContext
> = {
  category: 'catalogue',
  initialState: { versions: [] },
  decide: ({ data }, { versions }, { actor }) => {
    if (!isDirector(actor)) return reject('CATALOGUE_DIRECTOR_ONLY');
    const last = versions.at(-1);
    if (last !== undefined && sameFacts({ ...last }, { ...data, version: last.version })) return [];
    check(data);
    if (last !== undefined && data.inForceFrom <= last.inForceFrom) {
      return reject('CATALOGUE_TOO_EARLY', { from: data.inForceFrom, after: last.inForceFrom });
    }
    const version = (last?.version ?? 0) + 1;
    return [{ type: 'CatalogueIssued', data: { ...data, version } }];
  },
  evolve: ({ versions }, { data }) => ({ versions: [...versions, data] }),
};

/** The coefficient of a product by the version in force on the day; null where it has none. */
export function coefficientOn(
  { versions }: CatalogueState,
  productId: string,
  on: LocalDate,
): { readonly value: string; readonly catalogueVersion: string } | null {
  const inForce = versions.findLast(({ inForceFrom }) => inForceFrom <= on);
  const product = inForce?.products.find((each) => each.productId === productId);
  if (inForce === undefined || product === undefined) return null;
  const { version, document } = inForce;
  return { value: product.coefficient, catalogueVersion: `${version} (${document.number})` };
}
