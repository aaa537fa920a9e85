#!/usr/bin/env bash
# DuckDB 1.5.6 (DuckDB.NET.Data.Full 1.5.6.1), .NET 10.
#
# What one would expect: read_json makes days of texts that are days in ISO 8601; its documentation gives that as the dateformat
# where none is said, and a cast to DATE refuses others. What a person wrote in another form stays a text, or else one form is found
# for the whole column. (That texts become days, and lose their form, is told in pull request 24263 of duckdb/duckdb.)
#
# What happens: texts like 03-10-2026 make a column of days, and each is read by what fits it, the day first where that can be: of two
# that an American wrote for 10 and 13 March, one is 3 October and the other 13 March. With two digits for the year the first number is
# the year. No error says so, and the texts are gone. dateformat = 'iso', which it is said to be anyhow, leaves them texts. Slashes are
# left alone. Times on a clock lose their form too.
#
# Seen (of a title, or a rotation's hours, in a record's requestParameters):
#   03-10-2026, 03-13-2026: DATE 2026-10-03, 2026-03-13
#   03-10-26: DATE 2003-10-26
#   03-10-2026, 03-13-2026 with dateformat = 'iso': VARCHAR 03-10-2026, 03-13-2026
#   03/10/2026: VARCHAR 03/10/2026
#   '03-10-2026'::DATE: Conversion Error
#   9:30, 17:00: TIME 09:30:00, 17:00:00
#
# Needs the .NET 10 SDK. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/Probe.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <NuGetAudit>false</NuGetAudit>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="DuckDB.NET.Data.Full" Version="[1.5.6.1]" />
  </ItemGroup>
</Project>
XML

cat > "$work/Program.cs" <<'CSHARP'
using DuckDB.NET.Data;

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();

Console.WriteLine($"version: {Answer("SELECT version()")}");
Show("two days", "", "03-10-2026", "03-13-2026");
Show("two digits", "", "03-10-26");
Show("two days, iso", ", dateformat = 'iso'", "03-10-2026", "03-13-2026");
Show("slashes", "", "03/10/2026");
try
{
    Console.WriteLine($"cast: {Answer("SELECT '03-10-2026'::DATE")}");
}
catch (DuckDBException e)
{
    Console.WriteLine($"cast: {e.Message.Split(':')[0]}");
}
Show("hours", "", "9:30", "17:00");

void Show(string what, string how, params string[] texts)
{
    var records = texts.Select(text => $$$"""{"eventName": "StartIncident", "requestParameters": {"title": "{{{text}}}"}}""");
    File.WriteAllText("log.json", $$"""{"Records": [{{string.Join(", ", records)}}]}""");
    Console.WriteLine($"{what}: " + Answer($"""
        SELECT any_value(typeof(title)) || ' ' || string_agg(title::VARCHAR, ', ' ORDER BY place)
        FROM (SELECT record.requestParameters.title AS title, place FROM
            (SELECT unnest(Records) AS record, generate_subscripts(Records, 1) AS place FROM read_json('log.json'{how})))
        """));
}

object? Answer(string query)
{
    using var command = connection.CreateCommand();
    command.CommandText = query;
    return command.ExecuteScalar();
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

seen=$(dotnet out/Probe.dll)
printf '%s\n' "$seen"

[ "$seen" = "version: v1.5.6
two days: DATE 2026-10-03, 2026-03-13
two digits: DATE 2003-10-26
two days, iso: VARCHAR 03-10-2026, 03-13-2026
slashes: VARCHAR 03/10/2026
cast: Conversion Error
hours: TIME 09:30:00, 17:00:00" ]
echo 'as described'
