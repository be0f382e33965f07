import type { Fragility, Insight, NextClass, PersonScore } from '@thidua/scoring';
import { renderTable } from '../../output';
import { classText, decimalText } from './sheet-in-words';

const EVENTS_SHOWN = 4;

const eventText = (eventIds: readonly string[]): string => {
  const shown = eventIds.slice(0, EVENTS_SHOWN).join(', ');
  const rest = eventIds.length - EVENTS_SHOWN;
  return rest > 0 ? `${shown} và ${rest} sự kiện nữa` : shown;
};

const waterfall = (steps: PersonScore['waterfall']): string =>
  renderTable(
    [
      { title: 'Bước', widthMax: 44 },
      { title: 'Thay đổi', align: 'right' },
      { title: 'Còn', align: 'right' },
      { title: 'Mức' },
      { title: 'Căn cứ', widthMax: 32 },
      { title: 'Sự kiện', widthMax: 40 },
    ],
    steps.map((step) => [
      step.title.vi,
      decimalText(step.change),
      decimalText(step.after),
      step.class,
      step.article,
      eventText(step.eventIds),
    ]),
  );

function nextLines(next: NextClass | null): readonly string[] {
  if (next === null || next.next === null || next.missing === null) return [];
  return [
    `Để đạt ${next.next} còn thiếu ${decimalText(next.missing) ?? ''} điểm bình quân năm (${next.missing.exact}).`,
    ...next.levers.map(({ words, count, reaches }) =>
      count === null
        ? `  - Chỉ ${words.vi}: không đủ, được ${decimalText(reaches) ?? ''}.`
        : `  - ${words.vi}: ${count} lần hoặc đơn vị sản phẩm là đủ (${decimalText(reaches) ?? ''}).`,
    ),
  ];
}

const fragilityLines = ({ fragile, tried }: Fragility): readonly string[] => [
  `Thử bỏ từng sự kiện trong ${tried} sự kiện: ${fragile.length} sự kiện làm đổi mức, hạng hoặc khiến không chấm được.`,
  ...fragile.map(({ eventId, words }) => `  - ${eventId}: ${words.vi}`),
];

export function insightInWords({ person, nextClass: next, fragility }: Insight): string {
  const months = person.periods.flatMap(({ period, steps }) =>
    steps.length < 2 ? [] : [`\nKỳ ${period}`, waterfall(steps)],
  );
  return [
    `${person.personId}: ${decimalText(person.year) ?? 'chưa có điểm năm'}; ${classText(person)}.`,
    ...person.reasons.map(({ words, article }) => `  - ${words.vi} (${article})`),
    ...(person.waterfall.length === 0 ? [] : [waterfall(person.waterfall)]),
    ...months,
    '',
    ...nextLines(next),
    ...fragilityLines(fragility),
  ].join('\n');
}
