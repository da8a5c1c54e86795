//! Runs another program of the build and says what it said when it fails.

use std::{env, path::Path, process::Command};

use anyhow::{Context, Result, bail};

/// The program `name`: the one that `.ci/setup` put under `target/tools`, or else the PATH's.
pub(crate) fn command(name: &str) -> Command {
    let own = ["target/tools/bin", "target/tools/node_modules/.bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists());
    match own {
        // Absolute, since a relative program name is looked up in the child's folder.
        Some(path) => Command::new(
            env::current_dir()
                .map(|here| here.join(&path))
                .unwrap_or(path),
        ),
        None => Command::new(name),
    }
}

/// Runs `command` to its end; its output is shown only when it fails.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("{name} cannot be run: is it installed? (`make setup`)"))?;
    if !output.status.success() {
        bail!(
            "{name} failed ({})\n{}{}",
            output.status,
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_program_is_quoted() {
        let error = run(Command::new("sh").args(["-c", "echo why >&2; exit 3"])).unwrap_err();
        assert!(error.to_string().contains("why"), "{error}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = run(&mut command("motcua-no-such-program")).unwrap_err();
        assert!(
            error.to_string().contains("motcua-no-such-program"),
            "{error}"
        );
    }
}
