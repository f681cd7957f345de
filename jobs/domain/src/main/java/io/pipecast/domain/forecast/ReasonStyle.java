package io.pipecast.domain.forecast;

import java.util.Locale;

/** How a feature is said: its number in words, and what it is compared with in fewer. */
enum ReasonStyle {
    PLAIN {
        @Override
        String said(double value, double norm, String text, String other) {
            return text;
        }

        @Override
        String compared(double norm, String text, String other) {
            return "";
        }
    },
    TIME {
        @Override
        String said(double value, double norm, String text, String other) {
            return Double.isNaN(value) ? other : fill(text, days(value, "day"));
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "" : days(norm, "day");
        }
    },
    WORKDAYS {
        @Override
        String said(double value, double norm, String text, String other) {
            return Double.isNaN(value) ? other : fill(text, days(value, "business day"));
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "" : days(norm, "");
        }
    },
    COUNT {
        @Override
        String said(double value, double norm, String text, String other) {
            String number = number(value);
            return (number.equals("0") ? "no" : number) + " " + (number.equals("1") ? text : other);
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "" : number(norm);
        }
    },
    SINCE {
        @Override
        String said(double value, double norm, String text, String other) {
            if (Double.isNaN(value)) {
                return "no " + text + " yet";
            }
            // NaN is never: what was never done is longer ago than anything
            boolean late = value > norm;
            return late
                    ? "no " + text + " for " + days(value, "day")
                    : "last " + text + " " + ago(value);
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "none" : days(norm, "");
        }
    },
    ANSWER {
        @Override
        String said(double value, double norm, String text, String other) {
            return value > 0 ? text : other;
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "" : norm > 0 ? text : other;
        }
    },
    RATIO {
        @Override
        String said(double value, double norm, String text, String other) {
            return fill(text, number(Math.exp(value)));
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "" : number(Math.exp(norm));
        }
    },
    SHARE {
        @Override
        String said(double value, double norm, String text, String other) {
            return fill(text, Long.toString(Math.round(100 * value)));
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "" : Math.round(100 * norm) + " %";
        }
    },
    DUE {
        @Override
        String said(double value, double norm, String text, String other) {
            if (Double.isNaN(value)) {
                return other;
            }
            return text + " " + (value < 0 ? ago(-value) : "in " + days(value, "day"));
        }

        @Override
        String compared(double norm, String text, String other) {
            if (Double.isNaN(norm)) {
                return "none";
            }
            return norm < 0 ? ago(-norm) : "in " + days(norm, "day");
        }
    },
    TOUCH {
        @Override
        String said(double value, double norm, String text, String other) {
            return Double.isNaN(value) ? other : fill(text, touch(value));
        }

        @Override
        String compared(double norm, String text, String other) {
            return Double.isNaN(norm) ? "nothing" : touch(norm);
        }
    },
    BEYOND {
        @Override
        String said(double value, double norm, String text, String other) {
            return fill(text, days(value, "day")) + "; " + other + ": " + days(norm, "day");
        }

        @Override
        String compared(double norm, String text, String other) {
            return "";
        }
    },
    WORKBEYOND {
        @Override
        String said(double value, double norm, String text, String other) {
            return fill(text, days(value, "business day")) + "; " + other + ": " + days(norm, "");
        }

        @Override
        String compared(double norm, String text, String other) {
            return "";
        }
    };

    private static final String[] TOUCHES = {
        "a call", "an email", "a meeting", "a task", "a note", "something else"
    };

    /** What a value says; NaN for never or not known. */
    abstract String said(double value, double norm, String text, String other);

    /** What it is compared with; empty where that says nothing. */
    abstract String compared(double norm, String text, String other);

    private static String fill(String text, String number) {
        return text.replace("{}", number);
    }

    /** One decimal below ten, none from there on, and none that is 0. */
    private static String number(double value) {
        String digits = String.format(Locale.ROOT, value >= 9.95 ? "%.0f" : "%.1f", value);
        return digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits;
    }

    /** Whole days, with the unit where there is one. */
    private static String days(double value, String unit) {
        long days = Math.round(value);
        if (unit.isEmpty()) {
            return days < 1 ? "less than 1" : Long.toString(days);
        }
        return days < 1 ? "less than a " + unit : days + " " + unit + (days == 1 ? "" : "s");
    }

    private static String ago(double value) {
        return days(value, "day") + " ago";
    }

    private static String touch(double code) {
        int kind = (int) code / 2;
        String name = kind >= 0 && kind < TOUCHES.length ? TOUCHES[kind] : "something else";
        return (int) code % 2 == 0 ? name : name + " that was planned";
    }
}
