// How numbers, money and time are written. Money comes in minor units; an unknown number is null and is never shown as 0.

const locale = navigator.languages?.[0] ?? 'en-US';
let currency = 'USD';
let unit = 100;
let zone = 'UTC';
let formats = {};

/** Takes currency, its decimals and the company's zone from the status answer. */
export function setUp(status) {
  if (status.currency === currency && status.zone === zone) {
    return;
  }
  currency = status.currency;
  unit = 10 ** status.exponent;
  zone = status.zone;
  formats = {};
}

function number(key, options) {
  formats[key] ??= new Intl.NumberFormat(locale, options());
  return formats[key];
}

function date(key, options) {
  formats[key] ??= new Intl.DateTimeFormat(locale, options());
  return formats[key];
}

export const NONE = '–';

/** $12.4M */
export function money(minor, digits = 3) {
  if (minor === null || minor === undefined) {
    return NONE;
  }
  const options = () => ({ style: 'currency', currency, notation: 'compact', minimumSignificantDigits: minor === 0 ? 1 : digits, maximumSignificantDigits: digits });
  return number(`compact${digits}${minor === 0}`, options).format(minor / unit);
}

/** $5M, for the marks of an axis */
export function moneyMark(minor) {
  return number('mark', () => ({ style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3 })).format(minor / unit);
}

/** $12,412,380 */
export function exact(minor, of = currency) {
  if (minor === null || minor === undefined) {
    return NONE;
  }
  return number('exact' + of, () => ({ style: 'currency', currency: of, maximumFractionDigits: 0 })).format(minor / unit);
}

/** 62 % */
export function percent(share, digits = 0) {
  if (share === null || share === undefined) {
    return NONE;
  }
  return number('percent' + digits, () => ({ style: 'percent', maximumFractionDigits: digits, signDisplay: 'negative' })).format(share);
}

/** A chance: never rounded to certain or impossible. */
export function chance(share) {
  if (share === null || share === undefined) {
    return NONE;
  }
  if (share > 0.99 && share < 1) {
    return '> ' + percent(0.99);
  }
  return share > 0 && share < 0.01 ? '< ' + percent(0.01) : percent(share);
}

/** +4 %, −12 % */
export function signed(share, digits = 0) {
  if (share === null || share === undefined) {
    return NONE;
  }
  return number('signed' + digits, () => ({ style: 'percent', maximumFractionDigits: digits, signDisplay: 'exceptZero' })).format(share);
}

/** 3.2× */
export function times(ratio) {
  return ratio === null || ratio === undefined ? NONE : number('times', () => ({ minimumFractionDigits: 1, maximumFractionDigits: 1 })).format(ratio) + '×';
}

export function count(value) {
  return value === null || value === undefined ? NONE : number('count', () => ({ maximumFractionDigits: 0 })).format(value);
}

export function decimal(value) {
  return value === null || value === undefined ? NONE : number('decimal', () => ({ maximumFractionDigits: 1 })).format(value);
}

/** Nov 18, 3:20 PM in the company's zone */
export function instant(millis) {
  return millis === null || millis === undefined ? NONE
    : date('instant', () => ({ timeZone: zone, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' })).format(millis);
}

/** Wed, Nov 18, 2026, 3:20 PM EST */
export function fullInstant(millis) {
  return date('full', () => ({ timeZone: zone, weekday: 'short', year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' })).format(millis);
}

/** Nov 18 of an instant, in the company's zone */
export function day(millis) {
  return date('day', () => ({ timeZone: zone, month: 'short', day: 'numeric' })).format(millis);
}

/** Nov 18, 2026 of an ISO date */
export function isoDate(text) {
  return text ? date('iso', () => ({ timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' })).format(new Date(text + 'T00:00:00Z')) : NONE;
}

/** Nov 18 of an ISO date */
export function isoDay(text) {
  return text ? date('isoDay', () => ({ timeZone: 'UTC', month: 'short', day: 'numeric' })).format(new Date(text + 'T00:00:00Z')) : NONE;
}

/** 9 d, 3 h, 12 min, 4 s */
export function ago(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const [size, name] = seconds >= 86400 ? [86400, 'd'] : seconds >= 3600 ? [3600, 'h'] : seconds >= 60 ? [60, 'min'] : [1, 's'];
  return `${Math.floor(seconds / size)} ${name}`;
}

/** 1 day 3 h, 12 min, 4 s */
export function duration(millis) {
  const seconds = Math.max(0, Math.round(millis / 1000));
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  if (days > 0) {
    return `${days} day${days > 1 ? 's' : ''}${hours ? ` ${hours} h` : ''}`;
  }
  if (hours > 0) {
    return `${hours} h${minutes ? ` ${minutes} min` : ''}`;
  }
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

const WORDS = {
  BEST_CASE: 'Best case', COMMIT: 'Commit', PIPELINE: 'Pipeline', OMITTED: 'Omitted',
  STALLED_IN_STAGE: 'Stalled in stage', GONE_QUIET: 'Gone quiet', CLOSE_DATE_OVERDUE: 'Close date overdue',
};

/** A constant of the API in words. */
export function words(constant) {
  if (!constant) {
    return NONE;
  }
  const text = constant.replaceAll('_', ' ').toLowerCase();
  return WORDS[constant] ?? text[0].toUpperCase() + text.slice(1);
}
