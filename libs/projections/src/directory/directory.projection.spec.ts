import { fold } from '@thidua/kernel';
import { officialDecider, unitDecider } from '@thidua/organisation';
import {
  day,
  deputyAppointed,
  officialJoined,
  postLeft,
  postTaken,
  unitEnded,
  unitFounded,
  unitRenamed,
} from '@thidua/organisation/testing';
import { specifyProjection } from '../testing';
import { officialDirectory, unitDirectory } from './directory.projection';

describe('the directory of units', () => {
  it('holds each unit as its decider folds it', () => {
    const events = [unitFounded(), unitRenamed(), unitEnded()];
    specifyProjection(unitDirectory)
      .given(...events, unitFounded({ unitId: 'vp', name: 'Văn phòng Sở' }))
      .thenRows({
        qlcn: { state: fold(unitDecider, events) },
        vp: { state: fold(unitDecider, [unitFounded({ unitId: 'vp', name: 'Văn phòng Sở' })]) },
      });
  });

  it('keeps the former name as a period', () => {
    specifyProjection(unitDirectory)
      .given(unitFounded(), unitRenamed({ name: 'Phòng Công nghiệp', fromOn: day('2024-01-01') }))
      .thenRowsMatching({
        qlcn: {
          state: expect.objectContaining({
            names: [
              { value: 'Phòng Quản lý công nghiệp', fromOn: '2020-01-01' },
              { value: 'Phòng Công nghiệp', fromOn: '2024-01-01' },
            ],
          }) as never,
        },
      });
  });
});

describe('the directory of officials', () => {
  it('holds each official as their decider folds them', () => {
    const events = [officialJoined(), postTaken(), deputyAppointed(), postLeft()];
    specifyProjection(officialDirectory)
      .given(...events)
      .thenRows({ 'cb-001': { state: fold(officialDecider, events) } });
  });
});
