import { fold, localDate } from '@thidua/kernel';
import { specify } from '@thidua/kernel/testing';
import { deputyDirector, director } from '../testing/evaluation.fixtures';
import { catalogueIssued } from '../testing/marks.fixtures';
import { catalogueDecider, coefficientOn, type CatalogueCommand } from './catalogue.decider';

const given = specify(catalogueDecider, { actor: director, on: localDate('2026-01-01') });
const { version: _version, ...written } = catalogueIssued().data;
const issue = (data: Partial<typeof written> = {}): CatalogueCommand => ({
  type: 'IssueCatalogue',
  data: { ...written, ...data },
});
const [standard, project] = written.products;
if (standard === undefined || project === undefined) throw new Error('the sample has two products');

describe('issuing a catalogue', () => {
  it('is for the director alone', () => {
    given().when(issue(), { actor: deputyDirector }).thenRejected('CATALOGUE_DIRECTOR_ONLY');
  });

  it.each([
    [
      'TOO_MANY_GROUPS',
      { groups: ['1', '2', '3', '4', '5', '6'].map((n) => ({ groupId: `N${n}`, name: n })) },
    ],
    ['CATALOGUE_ID_TWICE', { products: [standard, project, project] }],
    ['GROUP_UNKNOWN', { products: [standard, { ...project, groupId: 'N9' }] }],
    ['COEFFICIENT_NOT_POSITIVE', { products: [standard, { ...project, coefficient: '0,0' }] }],
    ['STANDARD_PRODUCT_WRONG', { standardProductId: 'DA' }],
    ['STANDARD_PRODUCT_WRONG', { standardProductId: 'khac' }],
  ])('is refused: %s', (code, data) => {
    given().when(issue(data)).thenRejected(code);
  });

  it('is recorded as the first version, and changes nothing when repeated', () => {
    given().when(issue()).then(catalogueIssued());
    given(catalogueIssued()).when(issue()).thenNothing();
  });

  it('makes the next version from a later day on, and leaves the earlier one in force before it', () => {
    const products = [standard, { ...project, coefficient: '3' }];
    given(catalogueIssued()).when(issue({ products })).thenRejected('CATALOGUE_TOO_EARLY');
    const inForceFrom = localDate('2026-07-01');
    given(catalogueIssued())
      .when(issue({ products, inForceFrom }))
      .thenMatching({ type: 'CatalogueIssued', data: { version: 2 } });
    const second = {
      ...catalogueIssued(),
      data: { ...written, products, inForceFrom, version: 2 },
    };
    const state = fold(catalogueDecider, [catalogueIssued(), second]);
    expect(coefficientOn(state, 'DA', localDate('2026-06-30'))?.value).toBe('5/2');
    expect(coefficientOn(state, 'DA', inForceFrom)?.value).toBe('3');
    expect(coefficientOn(state, 'DA', localDate('2025-12-31'))).toBeNull();
  });
});
