BeforeDiscovery {
    $root = [System.IO.Path]::GetFullPath("$PSScriptRoot/../..")
    # docs/unattended.md has a file of tests of its own.
    $script:pages = foreach ($page in 'README.md', 'docs/questions.md') {
        $blocks = [regex]::Matches((Get-Content -Path "$root/$page" -Raw), '(?ms)^```powershell\r?\n(.*?)^```')
        @{ Page = $page; Blocks = $blocks.ForEach({ @{ Code = $_.Groups[1].Value.Trim() } }) }
    }
    $script:linking = @('README.md') + @(Get-ChildItem -Path "$root/docs/*.md" | ForEach-Object { "docs/$($_.Name)" })
    $script:examples = foreach ($page in Get-ChildItem -Path "$root/docs/en-US" -Filter *-IncidentTrail*.md) {
        $text = Get-Content -Path $page.FullName -Raw
        [regex]::Matches($text, '(?ms)^### (Example \d+.*?)\r?\n\s*```powershell\r?\n(.*?)^```').ForEach({
            $code = $_.Groups[2].Value.Trim()
            $needsAws = $code -match '\bBucketName|\bTrailName|\bEventHistory|\bQueueUrl|-Athena|S3Object|AWSCredential|aws cloudtrail' -and
                $code -notmatch '-AsSql'
            @{ Page = $page.BaseName; Title = $_.Groups[1].Value.Trim(); Code = $code; NeedsAws = $needsAws }
        })
    }
}

BeforeAll { . "$PSScriptRoot/Staged.ps1" }

Describe '<Page>' -ForEach $script:pages {
    BeforeAll {
        $script:state = [powershell]::Create()
        $null = $script:state.AddScript("Import-Module '$module'").Invoke()
    }

    AfterAll { $script:state.Dispose() }

    It 'runs: <Code>' -ForEach $Blocks {
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

Describe 'The repository''s pages' {
    It 'link into the repository to what is there: <_>' -ForEach $script:linking {
        $links = [regex]::Matches((Get-Content -Path "$root/$_" -Raw), '\]\((?!https?:)(?<target>[^)#]+)\)')
        foreach ($link in $links) {
            "$(Split-Path "$root/$_")/$($link.Groups['target'].Value)" | Should -Exist
        }
    }

    It 'print commands as the cmdlets take them: <_>' -ForEach ($script:linking | Where-Object { $_ -ne 'README.md' }) {
        foreach ($block in [regex]::Matches((Get-Content -Path "$root/$_" -Raw), '(?ms)^```(?:powershell|text)\r?\n(.*?)^```')) {
            $script = [System.Management.Automation.Language.Parser]::ParseInput($block.Groups[1].Value, [ref] $null, [ref] $null)
            $commands = $script.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            # What a table holds that is splatted is known when it is run.
            foreach ($command in $commands.Where({ $_.GetCommandName() -like '*-IncidentTrail*' -and $_.CommandElements.Splatted -notcontains $true })) {
                $bound = [System.Management.Automation.Language.StaticParameterBinder]::BindCommand($command, $true)
                $bound.BindingExceptions.Values.BindingException.Message | Should -BeNullOrEmpty -Because $command.Extent.Text
            }
        }
    }

    It 'are all reached from README' {
        $reached = [System.Collections.Generic.HashSet[string]] 'README.md'
        $open = [System.Collections.Generic.Queue[string]] 'README.md'
        while ($open.Count) {
            $page = $open.Dequeue()
            foreach ($link in [regex]::Matches((Get-Content -Path "$root/$page" -Raw), '\]\((?!https?:)(?<target>[^)#]+)\)')) {
                $target = [System.IO.Path]::GetRelativePath($root, "$(Split-Path "$root/$page")/$($link.Groups['target'].Value)").Replace('\', '/')
                if ($target -like 'docs/*.md' -and $reached.Add($target)) { $open.Enqueue($target) }
            }
        }
        $linking | Where-Object { $_ -notin $reached } | Should -BeNullOrEmpty
    }
}

Describe 'The changelog' {
    It 'begins with the version of the module, and tells nothing twice' {
        $lines = Get-Content -Path "$root/CHANGELOG.md" | Where-Object { $_ -match '^## |^- ' }
        $lines[0] | Should -Match "^## $([regex]::Escape((Get-Module -Name IncidentTrail).Version)) \((unreleased|\d{4}-\d\d-\d\d)\)$"
        $lines | Group-Object | Where-Object Count -gt 1 | Should -BeNullOrEmpty
    }
}

Describe 'An example' {
    It 'of <Page> is shown by Get-Help in 80 columns as it is typed: <Title>' -ForEach $script:examples {
        # Four columns are indent, and the last stays free: a longer line would be cut or wrapped, and could not be copied.
        $Code -split '\r?\n' | Where-Object Length -GT 75 | Should -BeNullOrEmpty
    }

    It 'of <Page> is written as the cmdlets take it: <Title>' -ForEach ($script:examples | Where-Object NeedsAws) {
        $parse = { [System.Management.Automation.Language.Parser]::ParseInput($args[0], [ref] $null, [ref] $null) }
        # The binder knows no splatting: what a table holds is written where it is used.
        $tables = (& $parse $Code).FindAll({ $args[0] -is [System.Management.Automation.Language.AssignmentStatementAst] -and $args[0].Right.Extent.Text -like '@{*' }, $true)
        foreach ($table in $tables) {
            $pairs = $table.Right.Expression.KeyValuePairs.ForEach({ $_.Item2.Extent.Text -eq '$true' ? "-$($_.Item1)" : "-$($_.Item1) $($_.Item2)" })
            $Code = $Code.Replace("@$($table.Left.VariablePath)", $pairs -join ' ')
        }
        $script = & $parse $Code
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

Describe 'The maker of the help' {
    BeforeAll {
        $script:cmdlets = Get-Command -Module IncidentTrail -CommandType Cmdlet
        function Read-Changed([string] $Page, [string] $Old, [string] $New) {
            $folder = (New-Item -Path "TestDrive:/$(New-Guid)" -ItemType Directory).FullName
            Copy-Item -Path "$root/docs/en-US/*.md" -Destination $folder
            $text = Get-Content -Path "$folder/$Page" -Raw
            $text | Should -Match ([regex]::Escape($Old))
            Set-Content -Path "$folder/$Page" -Value $text.Replace($Old, $New) -NoNewline
            & "$root/tools/Read-HelpPage.ps1" -Path $folder -Cmdlet $cmdlets
        }
    }

    It 'refuses <What>' -ForEach @(
        @{ What = 'a parameter that nothing describes'; Page = 'Get-IncidentTrailEvent.md'; Old = '### -MaxEvents'; New = 'MaxEvents'; Says = '-MaxEvents of Get-IncidentTrailEvent is described neither' }
        @{ What = 'a description of a parameter that is not there'; Page = 'Get-IncidentTrailEvent.md'; Old = '### -MaxEvents'; New = "### -MaxEvent`n`nNone.`n`n### -MaxEvents"; Says = 'does not have: MaxEvent.' }
        @{ What = 'a shared description that nobody takes'; Page = 'parameters.md'; Old = '### -Json'; New = "### -Yaml`n`nNone.`n`n### -Json"; Says = 'In general: -Yaml' }
        @{ What = 'a parameter without text'; Page = 'parameters.md'; Old = '### -Json'; New = "### -Yaml`n`n### -Json"; Says = '-Yaml has no text' }
        @{ What = 'a page without one of its sections'; Page = 'Get-IncidentTrailLog.md'; Old = '## NOTES'; New = '## Notes on it'; Says = 'Get-IncidentTrailLog.md: its sections' }
        @{ What = 'an example that does not begin with its code'; Page = 'Get-IncidentTrailLog.md'; Old = '### Example 1: The logs of a folder'; New = "### Example 1: The logs of a folder`n`nFirst words."; Says = 'does not begin with its code' }
    ) {
        { Read-Changed -Page $Page -Old $Old -New $New } | Should -Throw -ExpectedMessage "*$Says*"
    }

    It 'takes the text of the cmdlet itself before a shared one' {
        $own = Read-Changed -Page 'Get-IncidentTrailLog.md' -Old '## INPUTS' -New "### -KeyPrefix`n`nOf this cmdlet.`n`n## INPUTS"
        $own['Get-IncidentTrailLog'].Parameters['KeyPrefix'] | Should -Be 'Of this cmdlet.'
        $own['Get-IncidentTrailEvent'].Parameters['KeyPrefix'] | Should -Match 'AWSLogs'
    }
}
