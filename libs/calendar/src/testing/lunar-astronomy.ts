import { addDays, localDate, type LocalDate } from '@thidua/kernel';

/**
 * Lunar days from the moon and the sun, by the algorithm Hồ Ngọc Đức published for the Vietnamese calendar: new moons and
 * solar longitudes after Meeus (Astronomical Algorithms, 1998), days begun at midnight in UTC+7.
 */

const RADIANS = Math.PI / 180;
const TIME_ZONE_HOURS = 7;
const NOON_OF_1970 = 2_440_588;
const EPOCH = localDate('1970-01-01');

/** Mean terms of the k-th new moon since January 1900: time as a Julian day, anomalies and latitude in degrees. */
function newMoonJulianDay(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS;
  const node = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIANS;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * node) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * node + sun) -
    0.0004 * Math.sin(2 * node - sun) -
    0.0006 * Math.sin(2 * node + moon) +
    0.001 * Math.sin(2 * node - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  const slowdownOfEarth = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return mean + correction - slowdownOfEarth;
}

/** Number of the local day on which the k-th new moon falls. */
const newMoonDay = (k: number): number =>
  Math.floor(newMoonJulianDay(k) + 0.5 + TIME_ZONE_HOURS / 24);

/** Longitude of the sun at local midnight in sectors of 30 degrees: 0 from the spring equinox, 9 from the winter solstice. */
function sunSector(dayNumber: number): number {
  const t = (dayNumber - 0.5 - TIME_ZONE_HOURS / 24 - 2_451_545) / 36_525;
  const anomaly = (357.5291 + 35999.0503 * t - 0.0001559 * t * t) * RADIANS;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t * t +
    (1.9146 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

const dayNumberOf = (date: LocalDate): number =>
  NOON_OF_1970 + (Date.parse(date) - Date.parse(EPOCH)) / 86_400_000;
const dateOf = (dayNumber: number): LocalDate => addDays(EPOCH, dayNumber - NOON_OF_1970);

/** Index of the new moon that opens the eleventh month, the one that holds the winter solstice of the solar year. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumberOf(localDate(`${year}-12-31`)) - 2_415_021) / 29.530588853);
  return sunSector(newMoonDay(k)) >= 9 ? k - 1 : k;
}

/** The leap month of a year of thirteen: the first one in which the sun enters no sector. */
function leapOffset(first: number): number {
  const sectorAt = (offset: number) => sunSector(newMoonDay(first + offset));
  let offset = 1;
  while (sectorAt(offset) !== sectorAt(offset + 1) && offset < 14) offset += 1;
  return offset;
}

/** The solar date of a day of a lunar month (1 to 10) that is no leap month. */
export function lunarToSolar(year: number, month: number, day: number): LocalDate {
  const first = eleventhMonth(year - 1);
  const isLeapYear = eleventhMonth(year) - first === 13;
  // The eleventh month of the year before has offset 0, so the first month has 2.
  const offset = month + 1;
  const shift = isLeapYear && offset >= leapOffset(first) ? 1 : 0;
  return dateOf(newMoonDay(first + offset + shift) + day - 1);
}
