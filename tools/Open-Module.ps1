# What `dotnet run --project src/IncidentTrail` runs first in the pinned pwsh: the module is imported, and the line given behind
# this one runs next, in the same pwsh, so that exit codes are its own. Without a line the pwsh that people use opens, with its
# profile and PSReadLine; where standard input is redirected, the line is what it holds.
$module = (Resolve-Path -LiteralPath "$PSScriptRoot/../out/IncidentTrail").Path
if ([Environment]::GetCommandLineArgs()[-2] -ne '-Command') {
    Import-Module -Name $module
    return
}
$import = "Import-Module -Name '$($module.Replace("'", "''"))'"
try {
    if ([Console]::IsInputRedirected) {
        & dotnet "$PSHOME/pwsh.dll" -NoLogo -NoProfile -NonInteractive -Command "$import; $(@($args[0]) -join "`n")"
    } else {
        & dotnet "$PSHOME/pwsh.dll" -NoLogo -NoExit -Command $import
    }
} finally {
    # Ctrl+C at the prompt ends what runs there, and here all but this.
    $Host.SetShouldExit($LASTEXITCODE)
}
