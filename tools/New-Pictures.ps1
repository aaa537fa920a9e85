<#
.SYNOPSIS
    Makes the pictures that README shows, of the sample trail: the terminal (docs/pictures/terminal.svg) and a page of
    Export-IncidentTrailReport (docs/pictures/report.png).
.DESCRIPTION
    The terminal is drawn from what the commands write, its text kept as text; a test makes it anew and compares. The page is
    photographed by a headless Chromium. After a change of what people see, in the pinned pwsh and after a build:

        dotnet run --project src/IncidentTrail -- "./tools/New-Pictures.ps1"
#>
[CmdletBinding()]
param(
    [ValidateSet('Terminal', 'Report')]
    [string[]] $Picture = ('Terminal', 'Report'),

    [string] $Destination = "$PSScriptRoot/../docs/pictures"
)

Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
$module = (Resolve-Path -LiteralPath "$PSScriptRoot/../out/IncidentTrail").Path
$Destination = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Destination)
$columns = 100

# What is typed, a line of the prompt each.
$commands = @(
    'Get-IncidentTrailIncident sample:'
    "Get-IncidentTrailIncident sample: -ResponsePlan checkout |`n    Show-IncidentTrailTimeline | Select-Object -First 26"
)

# In a pwsh of its own: the clock is UTC's and the language English, whatever they are here. A window leaves its last column free.
function Invoke-Elsewhere([string] $Script) {
    $prelude = "Import-Module -Name '$($module.Replace("'", "''"))'; [cultureinfo]::CurrentCulture = 'en-US'; " +
        "`$PSDefaultParameterValues['Show-IncidentTrailTimeline:Width'] = $($columns - 1); "
    $changed = @{ TZ = 'UTC'; NO_COLOR = $null }
    $kept = @{}
    foreach ($name in $changed.Keys) { $kept[$name] = [Environment]::GetEnvironmentVariable($name) }
    $encoding = [Console]::OutputEncoding
    try {
        foreach ($name in $changed.Keys) { [Environment]::SetEnvironmentVariable($name, $changed[$name]) }
        [Console]::OutputEncoding = [System.Text.UTF8Encoding]::new($false)
        & dotnet "$PSHOME/pwsh.dll" -NoLogo -NoProfile -NonInteractive -Command "$prelude[Console]::OutputEncoding = [System.Text.UTF8Encoding]::new(`$false); $Script"
        if ($LASTEXITCODE -ne 0) { throw "What the picture shows ended with code $LASTEXITCODE." }
    } finally {
        [Console]::OutputEncoding = $encoding
        foreach ($name in $kept.Keys) { [Environment]::SetEnvironmentVariable($name, $kept[$name]) }
    }
}

# A line with colour codes as the pieces of one colour. A piece is of ASCII or of other signs, whose font may be another.
function Split-Line([string] $Line) {
    $style = ''
    $column = 0
    foreach ($match in [regex]::Matches($Line, "`e\[(?<code>[\d;]*)m|[\x20-\x7e]+|[^\x20-\x7e`e]+")) {
        if ($match.Groups['code'].Success) {
            $style = @($match.Groups['code'].Value -split ';' | Where-Object { $_ -notin '', '0' } | ForEach-Object { "s$_" }) -join ' '
            continue
        }
        [pscustomobject]@{ Text = $match.Value; Style = $style; Column = $column }
        $column += $match.Length
    }
}

function New-Terminal {
    $lines = foreach ($command in $commands) {
        $typed = $command -split "`n"
        "`e[32mPS>`e[0m $($typed[0])"
        $typed | Select-Object -Skip 1 | ForEach-Object { "`e[90m>>`e[0m $_" }
        $written = @(Invoke-Elsewhere "`$PSStyle.OutputRendering = 'Ansi'; $command | Out-String -Width $columns -Stream")
        $blank = { ($args[0] -replace "`e\[[\d;]*m").Trim() -eq '' }
        $last = $written.Count - 1
        while (& $blank $written[$last]) { $last-- }
        $written[0..$last]
        ''
    }
    $lines = $lines | Select-Object -SkipLast 1

    $cell = 8.4
    $row = 18
    $margin = 16
    $number = { ([double] $args[0]).ToString('0.#', [cultureinfo]::InvariantCulture) }
    $width = & $number ($columns * $cell + 2 * $margin)
    $height = $lines.Count * $row + 2 * $margin
    $escape = { [System.Security.SecurityElement]::Escape($args[0]) }
    @(
        "<svg xmlns=`"http://www.w3.org/2000/svg`" viewBox=`"0 0 $width $height`" width=`"$width`" height=`"$height`" role=`"img`">"
        "<title>$(& $escape ($commands -replace '\s+', ' ' -join '; '))</title>"
        '<style>'
        'svg{--page:#fff;--ink:#1f2328;--line:#d0d7de;--red:#b3261e;--green:#116329;--yellow:#7a4b00;--cyan:#0b6a74;--soft:#57606a}'
        '@media (prefers-color-scheme:dark){svg{--page:#0f1419;--ink:#e6edf3;--line:#39424d;--red:#ff8a80;--green:#5dd179;--yellow:#e3b341;--cyan:#56d4dd;--soft:#9da7b1}}'
        'rect{fill:var(--page);stroke:var(--line)}'
        'text{fill:var(--ink);white-space:pre;font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace}'
        '.s1{font-weight:bold}.s31{fill:var(--red)}.s32{fill:var(--green)}.s33{fill:var(--yellow)}.s36{fill:var(--cyan)}.s90{fill:var(--soft)}'
        '</style>'
        "<rect x=`"0.5`" y=`"0.5`" width=`"$(& $number ($columns * $cell + 2 * $margin - 1))`" height=`"$($height - 1)`" rx=`"8`"/>"
        for ($i = 0; $i -lt $lines.Count; $i++) {
            $pieces = foreach ($piece in Split-Line $lines[$i]) {
                $class = $piece.Style ? " class=`"$($piece.Style)`"" : ''
                $place = "x=`"$(& $number ($margin + $piece.Column * $cell))`" textLength=`"$(& $number ($piece.Text.Length * $cell))`""
                "<tspan $place$class>$(& $escape $piece.Text)</tspan>"
            }
            if ($pieces) { "<text xml:space=`"preserve`" y=`"$($margin + $i * $row + 13)`">$($pieces -join '')</text>" }
        }
        '</svg>'
    ) -join "`n"
}

# The page from its drawing on, in a frame that begins there.
function New-Page([string] $Path) {
    $browser = Get-Command chromium, chromium-browser, google-chrome, google-chrome-stable -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    if (-not $browser) { throw 'The page is photographed by Chromium, and none is on the PATH.' }
    $work = (New-Item -ItemType Directory -Path ([System.IO.Path]::GetTempPath()) -Name "pictures-$(New-Guid)").FullName
    try {
        Invoke-Elsewhere "Get-IncidentTrailIncident sample: -ResponsePlan checkout -LookBack 7d | Export-IncidentTrailReport '$work/report.html'"
        Set-Content -LiteralPath "$work/frame.html" -Value '<!DOCTYPE html><style>*{margin:0;border:0}iframe{display:block;width:100vw;height:100vh}</style><iframe src="report.html#timeline-1"></iframe>'
        & $browser --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1100,960 "--user-data-dir=$work/profile" "--screenshot=$Path" "file://$work/frame.html" 2>&1 |
            Write-Verbose
        if ($LASTEXITCODE -ne 0) { throw "Chromium ended with code $LASTEXITCODE." }
    } finally {
        Remove-Item -LiteralPath $work -Recurse -Force
    }
}

$null = New-Item -ItemType Directory -Path $Destination -Force
switch ($Picture) {
    'Terminal' { [System.IO.File]::WriteAllText("$Destination/terminal.svg", (New-Terminal) + "`n") }
    'Report' { New-Page "$Destination/report.png" }
}
