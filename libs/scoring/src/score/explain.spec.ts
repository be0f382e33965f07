import { unitTaskResultsV1 } from '../rule-sets/unit-task-results.v1';
import { done, factsOf, happened, led } from '../testing';
import { explainLine, explainScore } from './explain';
import { scoreUnit } from './score-unit';

const scored = scoreUnit(
  unitTaskResultsV1,
  factsOf({
    a: [led('2025-03-31'), done('2025-03-20')],
    b: [led('2025-03-31'), done('2025-04-02')],
    c: [led('2025-03-31')],
    d: [led('2025-12-31'), happened('TaskCancelled', '2025-05-01', { onDay: '2025-05-01' })],
  }),
);
const [quantity, , progress, , coordination] = scored.lines;

describe('the explanation of a line', () => {
  it('gives the points, the calculation with its numbers, and every task with its events', () => {
    expect(explainLine(progress!).vi).toEqual([
      'Tiến độ: 14,5833 trên 25 điểm. Tiến độ: số lần chậm của từng nhiệm vụ đã hoàn thành, không tính nguyên nhân khách quan.',
      'Cách tính: 25 × min(1, 1,75 / 3) = 14,5833',
      expect.stringMatching(/^Căn cứ: Nghị định 335\/2025\/NĐ-CP, Điều 14\.2\.c/),
      expect.stringMatching(/^Cần xác nhận: /),
      expect.stringMatching(/^Cần xác nhận: /),
      expect.stringMatching(/^Cần xác nhận: /),
      expect.stringMatching(/^Cần xác nhận: /),
      'Nhiệm vụ 1: Hoàn thành, không chậm lần nào; 1/1; sự kiện: a#1, a#2',
      'Nhiệm vụ 1: Hoàn thành, chậm 1 lần; 0,75/1; sự kiện: b#1, b#2',
      'Nhiệm vụ 1: Quá hạn, chưa hoàn thành; 0/1; sự kiện: c#1',
      'Nhiệm vụ 1: Không phát sinh, đã hủy hoặc đã thay thế; 0/0; sự kiện: d#1, d#2',
    ]);
  });

  it('says the same in English, sentence by sentence', () => {
    const { vi, en } = explainLine(quantity!);
    expect(en).toHaveLength(vi.length);
    expect(en.slice(0, 2)).toEqual([
      'Quantity: 16.6667 of 25 points. Led tasks completed, of those that can be judged by now.',
      'Formula: 25 × min(1, 2 / 3) = 16.6667',
    ]);
  });

  it('says that data is missing instead of giving points', () => {
    expect(explainLine(coordination!).vi[0]).toBe(
      'Phối hợp: chưa có điểm. Không có dữ liệu để tính, không cho điểm và không trừ điểm.',
    );
  });
});

describe('the explanation of a score', () => {
  it('says what the total is out of and why it is not whole', () => {
    const { vi, en } = explainScore(scored);
    expect(vi[0]).toBe(
      'Đơn vị qlcn, năm 2025, tính đến ngày 31/12/2025: 47,9167 trên 90 điểm; thiếu dữ liệu ở ít nhất một dòng; tổng chỉ gồm các dòng có dữ liệu, không quy đổi.',
    );
    expect(en).toHaveLength(vi.length);
  });
});
