# Runs the scripts it is sent, one JSON line a request, and answers each with one JSON line. The time is taken in here,
# by a stopwatch around the script alone, so that neither pwsh's start nor the import of the module is in it.
param([string] $Module)
$ErrorActionPreference = 'Stop'
# A line of text between the answers would be taken for one: a corpus holds its own notes, which are no log.
$WarningPreference = 'SilentlyContinue'
$import = [Diagnostics.Stopwatch]::StartNew()
if ($Module) { Import-Module $Module }
$import.Stop()

function Send($answer) { [Console]::Out.WriteLine((ConvertTo-Json -Compress -InputObject $answer)); [Console]::Out.Flush() }

Send @{
    version = "$($PSVersionTable.PSVersion)"; importMs = $import.Elapsed.TotalMilliseconds
    commands = @(if ($Module) { (Get-Command -Module IncidentTrail).Name })
}
while ($null -ne ($line = [Console]::In.ReadLine())) {
    try {
        $script = [scriptblock]::Create((ConvertFrom-Json $line).script)
        [GC]::Collect()
        [GC]::WaitForPendingFinalizers()
        [GC]::Collect()
        $processor = [Diagnostics.Process]::GetCurrentProcess().TotalProcessorTime
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $count = & $script
        $watch.Stop()
        $process = [Diagnostics.Process]::GetCurrentProcess()
        Send @{
            ms = $watch.Elapsed.TotalMilliseconds; processorMs = ($process.TotalProcessorTime - $processor).TotalMilliseconds
            count = [long] $count; peak = $process.PeakWorkingSet64; error = $null
        }
    }
    catch { Send @{ ms = 0; processorMs = 0; count = 0; peak = 0; error = "$_" } }
}
