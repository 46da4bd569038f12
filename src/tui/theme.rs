//! Colours and line signs. State is never told by colour alone: a mark, a word or a frame says it too.

use ratatui::style::{Color, Modifier, Style};
use serde::{Deserialize, Serialize};

/// Which colours the terminal shall show.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeName {
    /// Light letters on dark, 256 colours.
    #[default]
    Dark,
    /// Dark letters on light, 256 colours.
    Light,
    /// The terminal's own sixteen colours.
    Sixteen,
    /// No colours at all: bold, reverse and underline (`NO_COLOR`).
    Plain,
}

impl ThemeName {
    /// Every theme in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Dark, Self::Light, Self::Sixteen, Self::Plain];

    /// The theme's word in message ids (`theme-dark`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Sixteen => "sixteen",
            Self::Plain => "plain",
        }
    }

    /// The theme after this one.
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|name| *name == self).unwrap_or(0);
        Self::ALL[(place + 1) % Self::ALL.len()]
    }
}

/// The styles of every kind of thing on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// Secondary text: labels, hints.
    pub dim: Style,
    /// The first line and titles.
    pub title: Style,
    /// Frames.
    pub frame: Style,
    /// Frame of what has the focus.
    pub frame_focus: Style,
    /// The chosen row.
    pub selected: Style,
    /// A field to type in.
    pub field: Style,
    /// The field that has the focus.
    pub field_focus: Style,
    /// Something good: saved, allowed.
    pub good: Style,
    /// Something to look at: a warning, a likely duplicate.
    pub warning: Style,
    /// Something refused.
    pub fault: Style,
    /// Matched letters, categories.
    pub accent: Style,
    /// Number of a footer slot.
    pub slot_number: Style,
    /// Label of a footer slot that works now.
    pub slot: Style,
    /// Label of a footer slot that does not.
    pub slot_off: Style,
}

impl Theme {
    /// The styles of a theme.
    pub fn of(name: ThemeName) -> Self {
        let plain = Style::new();
        let bold = Modifier::BOLD;
        match name {
            ThemeName::Dark => Self::coloured(&Palette {
                text: Color::Indexed(252),
                back: Color::Indexed(234),
                dim: Color::Indexed(245),
                title: Color::Indexed(222),
                frame: Color::Indexed(240),
                focus: Color::Indexed(110),
                selected: (Color::Indexed(231), Color::Indexed(24)),
                field: Color::Indexed(236),
                field_focus: Color::Indexed(238),
                good: Color::Indexed(114),
                warning: Color::Indexed(221),
                fault: Color::Indexed(210),
                accent: Color::Indexed(116),
                slot: (Color::Indexed(233), Color::Indexed(109)),
                slot_off: (Color::Indexed(242), Color::Indexed(236)),
            }),
            ThemeName::Light => Self::coloured(&Palette {
                text: Color::Indexed(235),
                back: Color::Indexed(255),
                dim: Color::Indexed(242),
                title: Color::Indexed(25),
                frame: Color::Indexed(249),
                focus: Color::Indexed(25),
                selected: (Color::Indexed(231), Color::Indexed(25)),
                field: Color::Indexed(253),
                field_focus: Color::Indexed(230),
                good: Color::Indexed(22),
                warning: Color::Indexed(94),
                fault: Color::Indexed(124),
                accent: Color::Indexed(30),
                slot: (Color::Indexed(231), Color::Indexed(31)),
                slot_off: (Color::Indexed(246), Color::Indexed(253)),
            }),
            ThemeName::Sixteen => Self {
                text: plain,
                dim: plain.fg(Color::DarkGray),
                title: plain.fg(Color::Yellow).add_modifier(bold),
                frame: plain.fg(Color::DarkGray),
                frame_focus: plain.fg(Color::Cyan),
                selected: plain.fg(Color::White).bg(Color::Blue).add_modifier(bold),
                field: plain.add_modifier(Modifier::UNDERLINED),
                field_focus: plain.add_modifier(Modifier::UNDERLINED | bold),
                good: plain.fg(Color::Green),
                warning: plain.fg(Color::Yellow),
                fault: plain.fg(Color::Red).add_modifier(bold),
                accent: plain.fg(Color::Cyan),
                slot_number: plain,
                slot: plain.fg(Color::Black).bg(Color::Cyan),
                slot_off: plain.fg(Color::DarkGray),
            },
            ThemeName::Plain => Self {
                text: plain,
                dim: plain,
                title: plain.add_modifier(bold),
                frame: plain,
                frame_focus: plain.add_modifier(bold),
                selected: plain.add_modifier(Modifier::REVERSED),
                field: plain.add_modifier(Modifier::UNDERLINED),
                field_focus: plain.add_modifier(Modifier::UNDERLINED | bold),
                good: plain.add_modifier(bold),
                warning: plain.add_modifier(bold),
                fault: plain.add_modifier(bold | Modifier::UNDERLINED),
                accent: plain.add_modifier(bold),
                slot_number: plain,
                slot: plain.add_modifier(Modifier::REVERSED),
                slot_off: plain.add_modifier(Modifier::DIM),
            },
        }
    }

    fn coloured(palette: &Palette) -> Self {
        let text = Style::new().fg(palette.text).bg(palette.back);
        let bold = Modifier::BOLD;
        Self {
            text,
            dim: text.fg(palette.dim),
            title: text.fg(palette.title).add_modifier(bold),
            frame: text.fg(palette.frame),
            frame_focus: text.fg(palette.focus),
            selected: Style::new().fg(palette.selected.0).bg(palette.selected.1).add_modifier(bold),
            field: text.bg(palette.field),
            field_focus: text.bg(palette.field_focus).add_modifier(bold),
            good: text.fg(palette.good),
            warning: text.fg(palette.warning),
            fault: text.fg(palette.fault).add_modifier(bold),
            accent: text.fg(palette.accent),
            slot_number: text,
            slot: Style::new().fg(palette.slot.0).bg(palette.slot.1),
            slot_off: Style::new().fg(palette.slot_off.0).bg(palette.slot_off.1),
        }
    }
}

struct Palette {
    text: Color,
    back: Color,
    dim: Color,
    title: Color,
    frame: Color,
    focus: Color,
    selected: (Color, Color),
    field: Color,
    field_focus: Color,
    good: Color,
    warning: Color,
    fault: Color,
    accent: Color,
    slot: (Color, Color),
    slot_off: (Color, Color),
}
