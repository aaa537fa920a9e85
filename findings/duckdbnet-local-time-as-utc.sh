#!/usr/bin/env bash
# DuckDB.NET.Data.Full 1.5.6.1, .NET 10.
#
# What one would expect: a DateTime of kind Local is an instant, and so is a value of TIMESTAMPTZ. One that is stored as the other
# stays the same instant, whatever zone the machine is in; and a TIMESTAMPTZ comes back as a DateTime that knows that it is UTC.
#
# What happens: the kind is not looked at. Of a local time the digits of the clock are stored as UTC, as a parameter and by the
# appender, so that DateTime.Now is off by the zone's offset and a row is not found by its own time in local form. What is read
# from TIMESTAMPTZ is the clock in UTC with kind Unspecified, which ToUniversalTime() takes for local and shifts once more. A
# DateTimeOffset is right both ways. At UTC nothing of it is seen. The page on types (duckdb.net/docs/type-mapping.html) pairs
# TIMESTAMPTZ with DateTime and says nothing of kinds.
#
# Seen (14:02 in UTC on 10 March 2026; on a machine in Tokyo):
#   a parameter of kind Utc: stored 14:02, of kind Local: stored 23:02, DateTimeOffset: stored 14:02
#   appended, of kind Utc: stored 14:02, of kind Local: stored 23:02, DateTimeOffset: stored 14:02
#   rows found by the time of kind Utc: 1, of kind Local: 0
#   read as DateTime: 14:02 Unspecified, with ToUniversalTime(): 05:02; as DateTimeOffset: 14:02 +00:00
#
# Needs the .NET 10 SDK and a system's time zones. Ends with 1 where the behaviour is another.
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
using System.Globalization;
using DuckDB.NET.Data;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var utc = new DateTime(2026, 3, 10, 14, 2, 0, DateTimeKind.Utc);
var local = utc.ToLocalTime();
var offset = new DateTimeOffset(utc).ToLocalTime();

using var connection = new DuckDBConnection("DataSource=:memory:");
connection.Open();
Command("CREATE TABLE seen (how VARCHAR, instant TIMESTAMPTZ)").ExecuteNonQuery();

foreach (var (how, value) in ((string, object)[])[("Utc", utc), ("Local", local), ("DateTimeOffset", offset)])
    Command("INSERT INTO seen VALUES ($1, $2)", "parameter, " + how, value).ExecuteNonQuery();
using (var appender = connection.CreateAppender("seen"))
{
    appender.CreateRow().AppendValue("appended, Utc").AppendValue(utc).EndRow();
    appender.CreateRow().AppendValue("appended, Local").AppendValue(local).EndRow();
    appender.CreateRow().AppendValue("appended, DateTimeOffset").AppendValue(offset).EndRow();
}

// By the number that is stored, which no zone has a say in.
using (var rows = Command("SELECT how, epoch_ms(instant) FROM seen").ExecuteReader())
    while (rows.Read())
        Console.WriteLine($"{rows.GetString(0)}: {DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)):HH:mm}");

const string Found = "SELECT count(*) FROM seen WHERE how = 'parameter, Utc' AND instant = $1";
Console.WriteLine($"found by Utc: {Command(Found, utc).ExecuteScalar()}, by Local: {Command(Found, local).ExecuteScalar()}");

using (var rows = Command("SELECT instant FROM seen WHERE how = 'parameter, Utc'").ExecuteReader())
{
    rows.Read();
    var read = rows.GetDateTime(0);
    Console.WriteLine($"read: {read:HH:mm} {read.Kind}, {read.ToUniversalTime():HH:mm}, {rows.GetFieldValue<DateTimeOffset>(0):HH:mm zzz}");
}

DuckDBCommand Command(string text, params object[] values)
{
    var command = connection.CreateCommand();
    command.CommandText = text;
    foreach (var value in values)
        command.Parameters.Add(new DuckDBParameter(value));
    return command;
}
CSHARP

cd "$work"
dotnet build --nologo --verbosity quiet --output "$work/out" > "$work/build.log" || { cat "$work/build.log"; exit 2; }

at_utc=$(TZ=UTC dotnet "$work/out/Probe.dll")
in_tokyo=$(TZ=Asia/Tokyo dotnet "$work/out/Probe.dll")
printf 'at UTC:\n%s\nin Tokyo:\n%s\n' "$at_utc" "$in_tokyo"

[ "$at_utc" = 'parameter, Utc: 14:02
parameter, Local: 14:02
parameter, DateTimeOffset: 14:02
appended, Utc: 14:02
appended, Local: 14:02
appended, DateTimeOffset: 14:02
found by Utc: 1, by Local: 1
read: 14:02 Unspecified, 14:02, 14:02 +00:00' ]
[ "$in_tokyo" = 'parameter, Utc: 14:02
parameter, Local: 23:02
parameter, DateTimeOffset: 14:02
appended, Utc: 14:02
appended, Local: 23:02
appended, DateTimeOffset: 14:02
found by Utc: 1, by Local: 0
read: 14:02 Unspecified, 05:02, 14:02 +00:00' ]
echo 'as described'
