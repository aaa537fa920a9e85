BeforeDiscovery {
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    $readme = Get-Content -Path "$root/README.md" -Raw
    $script:readmeBlocks = [regex]::Matches($readme, '(?ms)^```powershell\r?\n(.*?)^```').ForEach({ @{ Code = $_.Groups[1].Value.Trim() } })
    $script:examples = foreach ($page in Get-ChildItem -Path "$root/docs/en-US" -Filter *-IncidentTrail*.md) {
        $text = Get-Content -Path $page.FullName -Raw
        [regex]::Matches($text, '(?ms)^### (Example \d+.*?)\r?\n\s*```powershell\r?\n(.*?)^```').ForEach({
            $code = $_.Groups[2].Value.Trim()
            $needsAws = $code -match '-BucketName|-TrailName|-EventHistory|-QueueUrl|-Athena|S3Object|AWSCredential'
            @{ Page = $page.BaseName; Title = $_.Groups[1].Value.Trim(); Code = $code; NeedsAws = $needsAws }
        })
    }
}

BeforeAll { . "$PSScriptRoot/Staged.ps1" }

Describe 'README' {
    BeforeAll { $script:state = [powershell]::Create() }

    AfterAll { $script:state.Dispose() }

    It 'runs: <Code>' -ForEach $script:readmeBlocks {
        # In one session from top to bottom, as a reader would.
        $script:state.Commands.Clear()
        $script:state.Streams.ClearStreams()
        $output = $script:state.AddScript("Set-Location '$root'").AddStatement().AddScript($Code).Invoke()
        $script:state.Streams.Error | Should -BeNullOrEmpty
        if ($Code -match 'Get-') {
            $output | Should -Not -BeNullOrEmpty
        }
    }
}

Describe 'The README' {
    It 'links into the repository to what is there' {
        $links = [regex]::Matches((Get-Content -Path "$root/README.md" -Raw), '\]\((?!https?:)(?<target>[^)#]+)\)')
        $links | Should -Not -BeNullOrEmpty
        foreach ($link in $links) {
            "$root/$($link.Groups['target'].Value)" | Should -Exist
        }
    }
}

Describe 'An example' {
    It 'of <Page> is written as the cmdlets take it: <Title>' -ForEach ($script:examples | Where-Object NeedsAws) {
        $script = [System.Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
        $commands = $script.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
        foreach ($command in $commands.Where({ $_.GetCommandName() -like '*-IncidentTrail*' })) {
            $bound = [System.Management.Automation.Language.StaticParameterBinder]::BindCommand($command, $true)
            $bound.BindingExceptions.Values.BindingException.Message | Should -BeNullOrEmpty
        }
    }

    It 'of <Page> runs as printed in any folder: <Title>' -ForEach ($script:examples | Where-Object { -not $_.NeedsAws }) {
        $shell = [powershell]::Create()
        $output = $shell.AddScript("Set-Location ([System.IO.Path]::GetTempPath()); Import-Module '$module'").AddStatement().AddScript($Code).Invoke()
        $shell.Streams.Error | Should -BeNullOrEmpty
        $output | Should -Not -BeNullOrEmpty
        $shell.Dispose()
    }
}

Describe 'The help of <Page>' -ForEach ($script:examples | Group-Object { $_.Page } | ForEach-Object { @{ Page = $_.Name; Runnable = $_.Group.Where({ -not $_.NeedsAws }).Count } }) {
    It 'is shown by Get-Help, with text for every parameter' {
        $help = Get-Help -Name $Page -Full
        $help.Synopsis | Should -Not -BeNullOrEmpty
        $help.examples.example.Count | Should -BeGreaterOrEqual 3
        $Runnable | Should -BeGreaterThan 0 -Because 'one example runs without AWS'
        foreach ($parameter in $help.parameters.parameter) {
            $parameter.description.Text | Should -Not -BeNullOrEmpty -Because "-$($parameter.name) is described"
        }
        $help | Out-String | Should -Match 'SYNTAX'
    }
}

Describe 'about_IncidentTrail' {
    It 'is shown by Get-Help' {
        Get-Help -Name about_IncidentTrail | Out-String | Should -Match 'COVERAGE'
        (Get-Help -Name about_IncidentT*).Synopsis | Should -Match 'CloudTrail'
    }
}

Describe 'The help files' {
    It 'are what build.ps1 -Task Help writes, those of the cmdlets where Microsoft.PowerShell.PlatyPS is installed' {
        $about = (& "$root/docs/ConvertTo-AboutText.ps1" -Path "$root/docs/en-US/about_IncidentTrail.md") -join "`n"
        (Get-Content -Path "$root/docs/en-US/about_IncidentTrail.help.txt" -Raw).Trim() | Should -Be $about.Trim()
        if (Get-Module -ListAvailable -Name Microsoft.PowerShell.PlatyPS) {
            $pages = Get-ChildItem -Path "$root/docs/en-US" -Filter *-IncidentTrail*.md | Sort-Object -Property Name
            $maml = (& "$root/docs/ConvertTo-Maml.ps1" -Path $pages.FullName) -join "`n" -replace "`r`n", "`n"
            (Get-Content -Path "$root/docs/en-US/IncidentTrail.dll-Help.xml" -Raw).Trim() | Should -Be $maml.Trim()
        }
    }
}
