using System.Collections.Frozen;

namespace IncidentTrail.Shell.Engine;

/// <summary>The names of the commands that ship with pwsh 7.6 and that the bare engine lacks.</summary>
internal static class PwshCommands
{
    private const string Cmdlets = """
        Add-Content Add-Member Add-Type Clear-Content Clear-Item Clear-ItemProperty Clear-RecycleBin
        Clear-Variable Compare-Object Compress-Archive Convert-Path ConvertFrom-CliXml ConvertFrom-Csv
        ConvertFrom-Json ConvertFrom-Markdown ConvertFrom-SecureString ConvertFrom-StringData
        ConvertTo-CliXml ConvertTo-Csv ConvertTo-Html ConvertTo-Json ConvertTo-SecureString ConvertTo-Xml
        Copy-Item Copy-ItemProperty Debug-Process Debug-Runspace Disable-PSBreakpoint Disable-RunspaceDebug
        Enable-PSBreakpoint Enable-RunspaceDebug Expand-Archive Export-Alias Export-Clixml Export-Csv
        Export-FormatData Export-PSSession Find-PSResource Format-Custom Format-Hex Format-List Format-Table
        Format-Wide Get-Acl Get-Alias Get-AuthenticodeSignature Get-ChildItem Get-Clipboard Get-CmsMessage
        Get-ComputerInfo Get-Content Get-Counter Get-Credential Get-Culture Get-Date Get-Error Get-Event
        Get-EventSubscriber Get-ExecutionPolicy Get-FileHash Get-FormatData Get-Host Get-HotFix Get-Item
        Get-ItemProperty Get-ItemPropertyValue Get-Location Get-MarkdownOption Get-Member Get-PfxCertificate
        Get-Process Get-PSBreakpoint Get-PSCallStack Get-PSDrive Get-PSProvider Get-PSReadLineOption
        Get-Random Get-Runspace Get-RunspaceDebug Get-SecureRandom Get-Service Get-TimeZone Get-TraceSource
        Get-TypeData Get-UICulture Get-Unique Get-Uptime Get-Variable Get-Verb Get-WinEvent Group-Object
        Import-Alias Import-Clixml Import-Csv Import-LocalizedData Import-PowerShellDataFile
        Import-PSSession Install-PSResource Invoke-Expression Invoke-Item Invoke-RestMethod
        Invoke-WebRequest Join-Path Join-String Measure-Command Measure-Object Move-Item Move-ItemProperty
        New-Alias New-Event New-FileCatalog New-Guid New-Item New-ItemProperty New-Object New-PSDrive
        New-Service New-TemporaryFile New-TimeSpan New-Variable New-WinEvent Out-File Out-GridView
        Out-Printer Out-String Pop-Location Protect-CmsMessage Push-Location Read-Host Register-EngineEvent
        Register-ObjectEvent Remove-Alias Remove-Event Remove-Item Remove-ItemProperty Remove-PSBreakpoint
        Remove-PSDrive Remove-Service Remove-TypeData Remove-Variable Rename-Computer Rename-Item
        Rename-ItemProperty Resolve-Path Restart-Computer Restart-Service Resume-Service Select-Object
        Select-String Select-Xml Send-MailMessage Set-Acl Set-Alias Set-AuthenticodeSignature Set-Clipboard
        Set-Content Set-Date Set-ExecutionPolicy Set-Item Set-ItemProperty Set-Location Set-MarkdownOption
        Set-PSBreakpoint Set-PSReadLineOption Set-Service Set-TimeZone Set-TraceSource Set-Variable
        Show-Command Show-Markdown Sort-Object Split-Path Start-Process Start-Service Start-Sleep
        Start-ThreadJob Start-Transcript Stop-Computer Stop-Process Stop-Service Stop-Transcript
        Suspend-Service Tee-Object Test-Connection Test-FileCatalog Test-Json Test-Path Trace-Command
        Unblock-File Unprotect-CmsMessage Unregister-Event Update-FormatData Update-List Update-TypeData
        Wait-Debugger Wait-Event Wait-Process Write-Debug Write-Error Write-Host Write-Information
        Write-Output Write-Progress Write-Verbose Write-Warning
        """;

    /// <summary>Aliases that the engine defines for some of them.</summary>
    private const string Aliases = """
        cd chdir clc cli clp clv copy cpi cvpa dbp del dir ebp echo epal epcsv erase fc fhx fl ft fw gal gbp
        gc gcb gci gcs gdr gerr gi gl gm gp gps gpv group gtz gu gv iex ii ipal ipcsv irm iwr measure mi
        move mp nal ndr ni nv popd pushd pwd rbp rd rdr ren ri rni rnp rp rv rvpa sal saps sbp scb select
        set si sl sls sp spps sv type
        """;

    private static readonly FrozenSet<string> All =
        $"{Cmdlets} {Aliases}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a name is one of them.</summary>
    public static bool Contains(string? name) => name is not null && All.Contains(name);
}
