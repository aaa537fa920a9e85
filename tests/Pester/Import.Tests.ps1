BeforeAll { . "$PSScriptRoot/Staged.ps1" }

Describe 'The staged module' {
    It 'has a valid manifest' {
        $manifest = Test-ModuleManifest -Path "$module/IncidentTrail.psd1" -ErrorAction Stop
        $manifest.Version | Should -Be (Import-PowerShellDataFile -Path "$root/IncidentTrail.psd1").ModuleVersion
        $manifest.CompatiblePSEditions | Should -Be 'Core'
    }

    It 'exports what its manifest lists, and no functions, aliases or variables' {
        $imported = Get-Module -Name IncidentTrail
        $listed = (Import-PowerShellDataFile -Path "$module/IncidentTrail.psd1").CmdletsToExport
        $imported.ExportedCmdlets.Keys | Sort-Object | Should -Be ($listed | Sort-Object)
        $imported.ExportedFunctions.Count + $imported.ExportedAliases.Count + $imported.ExportedVariables.Count | Should -Be 0
    }

    It 'loads nothing of AWS when it is imported and reads files' {
        $assemblies = Invoke-ChildPwsh @'
            Import-Module ./out/IncidentTrail
            $null = Get-IncidentTrailEvent tests/data/trail
            [AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name }
'@
        $assemblies | Should -Contain 'IncidentTrail'
        $assemblies | Should -Contain 'IncidentTrail.Core'
        $assemblies -match '^AWSSDK|^IncidentTrail\.Aws' | Should -BeNullOrEmpty
    }

    # A package has the folders of the common systems, a Debug build none.
    It 'takes engine and adapter from the folders of this system where there are some' {
        $system = [System.Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
        $expected = (Test-Path "$module/$system") ? "aws/$system", $system : 'aws', '.'
        $places = Invoke-ChildPwsh @'
            Import-Module ./out/IncidentTrail
            $null = Get-IncidentTrailEvent -BucketName trail -ProfileName nobody -ErrorAction Ignore
            $ours = [AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -match '^AWSSDK|^IncidentTrail\.(Aws|Core)' }
            $folder = (Get-Module IncidentTrail).ModuleBase
            $ours.Location | Split-Path | ForEach-Object { [System.IO.Path]::GetRelativePath($folder, $_).Replace('\', '/') } | Sort-Object -Unique
'@
        $places | Sort-Object | Should -Be ($expected | Sort-Object)
    }

    It 'keeps the portable engine where the assembly alone was imported before' {
        $engine, $count = Invoke-ChildPwsh @'
            Import-Module ./out/IncidentTrail/IncidentTrail.dll
            Import-Module ./out/IncidentTrail
            ([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { $_.GetName().Name -eq 'IncidentTrail.Core' }).Location
            @(Get-IncidentTrailEvent sample:).Count
'@
        $engine | Should -Be ([System.IO.Path]::GetFullPath("$module/IncidentTrail.Core.dll"))
        [int] $count | Should -BeGreaterThan 90
    }

    It 'is imported and removed without a trace in the session' {
        Invoke-ChildPwsh @'
            $before = (Get-Variable).Name
            Import-Module ./out/IncidentTrail
            Remove-Module IncidentTrail
            Compare-Object $before (Get-Variable).Name | Where-Object InputObject -ne 'before' | ForEach-Object InputObject
'@ | Should -BeNullOrEmpty
    }

    It 'is found and imported by the name of a cmdlet where its folder is on the module path' {
        Invoke-ChildPwsh '(Get-IncidentTrailAction StartIncident).Access' @{ PSModulePath = "$root/out" } | Should -Be 'Write'
    }
}
