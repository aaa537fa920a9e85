BeforeAll {
    . "$PSScriptRoot/Staged.ps1"
    $script:readme = Get-Content -Path "$root/README.md" -Raw
}

Describe 'The pictures of README' {
    # The time zone of a child is not to be set on Windows, and the picture holds UTC's.
    It 'show the terminal as it is: made anew, the picture is the same' -Skip:$IsWindows {
        & "$root/tools/New-Pictures.ps1" -Picture Terminal -Destination "$TestDrive/pictures"
        $made = Get-Content -Path "$TestDrive/pictures/terminal.svg"
        $made.Count | Should -BeGreaterThan 40
        $made | Should -BeExactly (Get-Content -Path "$root/docs/pictures/terminal.svg") -Because 'tools/New-Pictures.ps1 makes it: look at it, then keep it'
    }

    It 'have the terminal''s text as text, in colours of light and dark' {
        $svg = [xml] (Get-Content -Path "$root/docs/pictures/terminal.svg" -Raw)
        $lines = $svg.svg.text.ForEach({ $_.tspan.ForEach({ $_.InnerText }) -join '' })
        $lines | Should -Contain 'PS> Get-IncidentTrailIncident sample:'
        @($lines -match '^03-10 14:02:31 checkout ') | Should -HaveCount 1
        @($lines -match '^nikki_wolf +·+◇') | Should -HaveCount 1
        $svg.svg.style | Should -Match '@media \(prefers-color-scheme:dark\)'
    }

    It 'have a page of a report, small enough to wait for' {
        $file = Get-Item -Path "$root/docs/pictures/report.png"
        $file.Length | Should -BeLessThan 200KB
        [System.IO.File]::ReadAllBytes($file)[0..7] | Should -Be 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A
    }

    It 'are shown with words for who does not see them: <_>' -ForEach 'docs/pictures/terminal.svg', 'docs/pictures/report.png' {
        $readme | Should -Match "!\[[^\]]{40,}\]\($([regex]::Escape($_))\)"
    }
}
