#!/usr/bin/env bash
# PowerShell 7.6.9 on .NET 10, crossgen2 10.0.12, Linux x64.
#
# What one would expect: a binary module that was precompiled (ReadyToRun) still holds all of its IL, and native code that does not
# suit is normally left aside and compiled anew, as when the framework is a newer one. So one precompiled for Windows would load on
# Linux, only slower at first.
#
# What happens: Import-Module fails with BadImageFormatException where the module was precompiled for another system or for another
# processor, by its target alone: the same IL, not precompiled, and precompiled for this system, loads. A module has to carry the
# portable assembly, with precompiled ones beside it, or none of these.
#
# Seen:
#   portable: Hello
#   linux x64: Hello
#   windows x64: BadImageFormatException
#   linux arm64: BadImageFormatException
#   osx arm64: BadImageFormatException
#
# Needs the .NET 10 SDK on Linux x64. Ends with 1 where the behaviour is another.
set -euo pipefail

[ "$(uname -sm)" = 'Linux x86_64' ] || { echo 'runs on Linux x64 alone'; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Probe.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PowerShellStandard.Library" Version="[5.1.1]" PrivateAssets="all" />
    <PackageDownload Include="Microsoft.NETCore.App.Crossgen2.linux-x64" Version="[10.0.12]" />
  </ItemGroup>
  <Target Name="SayPath" AfterTargets="Build">
    <WriteLinesToFile File="path" Lines="$(NuGetPackageRoot)" Overwrite="true" />
  </Target>
</Project>
XML

cat > "$work/Cmdlet.cs" <<'CSHARP'
using System.Management.Automation;

[Cmdlet(VerbsCommon.Get, "ProbeWord")]
public sealed class GetProbeWordCommand : PSCmdlet
{
    protected override void ProcessRecord() => WriteObject("Hello");
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output portable > build.log || { cat build.log; exit 2; }
dotnet tool install PowerShell --version 7.6.9 --tool-path tool > tool.log || { cat tool.log; exit 2; }
read -r packages < path
crossgen=$packages/microsoft.netcore.app.crossgen2.linux-x64/10.0.12/tools/crossgen2
framework=$(dotnet --list-runtimes | sed -n 's/^Microsoft.NETCore.App \(10[^ ]*\) \[\(.*\)\]$/\2\/\1/p' | tail -n 1)

import() {
    tool/pwsh -NoProfile -NonInteractive -Command "
        try { Import-Module '$work/$1/Probe.dll'; Get-ProbeWord }
        catch { for (\$e = \$_.Exception; \$e.InnerException; \$e = \$e.InnerException) {}; \$e.GetType().Name }"
}

precompiled() {
    mkdir "$1-$2"
    "$crossgen" portable/Probe.dll --out "$1-$2/Probe.dll" --targetos "$1" --targetarch "$2" \
        --reference "$framework/*.dll" --reference "$packages/powershellstandard.library/5.1.1/lib/netstandard2.0/*.dll" > crossgen.log \
        || { cat crossgen.log; exit 2; }
    import "$1-$2"
}

seen="portable: $(import portable)"
for target in 'linux x64' 'windows x64' 'linux arm64' 'osx arm64'; do
    # shellcheck disable=SC2086 # a system and a processor
    seen+=$'\n'"$target: $(precompiled $target)"
done
echo "$seen"

[ "$seen" = 'portable: Hello
linux x64: Hello
windows x64: BadImageFormatException
linux arm64: BadImageFormatException
osx arm64: BadImageFormatException' ]
echo 'as described'
