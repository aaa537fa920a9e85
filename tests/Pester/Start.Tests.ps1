BeforeDiscovery {
    $readme = Get-Content -Path "$PSScriptRoot/../../README.md" -Raw
    $script:first = [regex]::Match($readme, '(?m)^dotnet run --project src/IncidentTrail -- "(.+)"$').Groups[1].Value
}

BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:colour = $env:NO_COLOR
    $env:NO_COLOR = '1'

    # Starts what the README's first command starts. Answers with the text and the exit code; an error is among the text.
    function Invoke-Start([string[]] $Line, [string] $Piped) {
        $text = $Piped | & dotnet run --project "$root/src/IncidentTrail" --no-build -- @Line 2>&1 | Out-String
        [pscustomobject]@{ Text = $text.Trim(); ExitCode = $LASTEXITCODE }
    }
}

AfterAll { $env:NO_COLOR = $colour }

Describe 'dotnet run' {
    It 'gives a table for the README''s first line, which any shell reads alike: <Line>' -ForEach @{ Line = $script:first } {
        $Line | Should -Not -BeNullOrEmpty
        $Line | Should -Not -Match '["$%!`^]'
        $run = Invoke-Start $Line
        $run.ExitCode | Should -Be 0
        $run.Text | Should -Match '(?m)^EventTime.*Caller'
        [regex]::Matches($run.Text, 'StartIncident').Count | Should -Be 3
    }

    It 'ends with <Code> after <Line>' -ForEach @(
        @{ Line = 'exit 3;'; Code = 3 }
        @{ Line = 'Get-IncidentTrailEvent sample:nowhere'; Code = 1 }
    ) {
        (Invoke-Start $Line).ExitCode | Should -Be $Code
    }

    It 'takes the line in pieces, and gives it what is piped' {
        (Invoke-Start '@($input).ToUpper()', '|', 'ForEach-Object', '{ $_ + 1 }' -Piped 'abc').Text | Should -BeExactly 'ABC1'
    }

    It 'reads the line from standard input where none is given, and ends' {
        $run = Invoke-Start -Piped '(Get-Module).Name; exit 5'
        $run.Text | Should -Match 'IncidentTrail'
        $run.ExitCode | Should -Be 5
    }
}
